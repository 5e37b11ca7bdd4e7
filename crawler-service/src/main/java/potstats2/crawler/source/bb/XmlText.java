package potstats2.crawler.source.bb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;

/**
 * The characters of an XML document, decoded as its own declaration says and without those that XML 1.0 forbids. The
 * forum's Content-Type is wrong and its texts hold NUL bytes; a document must not be lost for either.
 */
final class XmlText {

    private static final int DECLARATION = 200;
    private static final Pattern ENCODING =
            Pattern.compile("^\\s*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final String DECLARATION_START = "<?xml ";

    private XmlText() {}

    /**
     * Malformed bytes become U+FFFD, forbidden characters are dropped.
     *
     * @return backed by an array
     */
    static CharBuffer of(byte[] body) {
        return withoutDeclaration(withoutLeadingSpace(withoutForbidden(decode(body))));
    }

    private static CharBuffer decode(byte[] body) {
        if (body.length > 2 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF) {
            return UTF_8.decode(ByteBuffer.wrap(body, 3, body.length - 3));
        }
        if (body.length > 1 && (body[0] & body[1] & 0xFE) == 0xFE && body[0] != body[1]) {
            return UTF_16.decode(ByteBuffer.wrap(body));
        }
        return declaredCharset(body).decode(ByteBuffer.wrap(body));
    }

    private static Charset declaredCharset(byte[] body) {
        var head = ISO_8859_1.decode(ByteBuffer.wrap(body, 0, Math.min(body.length, DECLARATION)));
        var declared = ENCODING.matcher(withoutForbidden(head));
        try {
            return declared.find() ? readableAsAscii(Charset.forName(declared.group(1))) : UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return UTF_8;
        }
    }

    /** A declaration that could be read byte by byte is no UTF-16, whatever it claims. */
    private static Charset readableAsAscii(Charset charset) {
        return "<?xml".equals(new String("<?xml".getBytes(ISO_8859_1), charset)) ? charset : UTF_8;
    }

    /** Works in place, in a buffer that is backed by an array. */
    static CharBuffer withoutForbidden(CharBuffer text) {
        var characters = text.array();
        var length = text.limit();
        var kept = 0;
        while (kept < length && isAllowed(characters[kept])) {
            kept++;
        }
        for (var i = kept + 1; i < length; i++) {
            if (isAllowed(characters[i])) {
                characters[kept++] = characters[i];
            }
        }
        return text.limit(kept);
    }

    private static CharBuffer withoutLeadingSpace(CharBuffer text) {
        while (text.hasRemaining() && Character.isWhitespace(text.charAt(0))) {
            text.get();
        }
        return text;
    }

    /** It has done its work, and need not be well-formed. */
    private static CharBuffer withoutDeclaration(CharBuffer text) {
        if (startsWith(text, DECLARATION_START)) {
            for (var i = DECLARATION_START.length(); i < text.length(); i++) {
                if (text.charAt(i) == '>') {
                    return text.position(text.position() + i + 1);
                }
            }
        }
        return text;
    }

    private static boolean startsWith(CharBuffer text, String start) {
        return text.length() >= start.length() && start.contentEquals(text.subSequence(0, start.length()));
    }

    private static boolean isAllowed(char character) {
        return character >= ' ' ? character < 0xFFFE : character == '\n' || character == '\r' || character == '\t';
    }

    /** Whether XML 1.0 allows a character other than a surrogate. */
    static boolean isAllowed(int code) {
        return code > 0xFFFF || isAllowed((char) code);
    }
}
