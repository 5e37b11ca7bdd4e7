package potstats2.crawler.page;

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
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";

    private XmlText() {}

    /**
     * Malformed bytes become U+FFFD, forbidden characters and references to them are dropped.
     *
     * @return backed by an array
     */
    static CharBuffer of(byte[] body) {
        var text = withoutDeclaration(withoutLeadingSpace(withoutForbidden(decode(body))));
        return hasReference(text)
                ? CharBuffer.wrap(withoutForbiddenReferences(text.toString()).toCharArray())
                : text;
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

    /** Works in place. */
    private static CharBuffer withoutForbidden(CharBuffer text) {
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

    private static boolean hasReference(CharBuffer text) {
        var characters = text.array();
        for (var i = text.position() + 1; i < text.limit(); i++) {
            if (characters[i] == '#' && characters[i - 1] == '&') {
                return true;
            }
        }
        return false;
    }

    /** Inside CDATA a reference is plain text and stays. */
    private static String withoutForbiddenReferences(String text) {
        var reference = text.indexOf("&#");
        var clean = new StringBuilder(text.length());
        var copied = 0;
        var position = 0;
        while (reference >= 0) {
            var cdata = text.indexOf(CDATA, position);
            if (cdata >= 0 && cdata < reference) {
                var end = text.indexOf(CDATA_END, cdata);
                position = end < 0 ? text.length() : end;
            } else {
                var end = endOfForbiddenReference(text, reference);
                clean.append(text, copied, end < 0 ? reference + 2 : reference);
                position = end < 0 ? reference + 2 : end;
                copied = position;
            }
            reference = text.indexOf("&#", position);
        }
        return clean.append(text, copied, text.length()).toString();
    }

    /** The index behind the reference, or -1 where what starts here is none or names an allowed character. */
    private static int endOfForbiddenReference(String text, int start) {
        var hexadecimal = text.startsWith("x", start + 2);
        var digits = start + (hexadecimal ? 3 : 2);
        var code = 0;
        var i = digits;
        for (; i < text.length(); i++) {
            var digit = Character.digit(text.charAt(i), hexadecimal ? 16 : 10);
            if (digit < 0) {
                break;
            }
            code = Math.min(code * (hexadecimal ? 16 : 10) + digit, Character.MAX_CODE_POINT + 1);
        }
        var complete = i > digits && i < text.length() && text.charAt(i) == ';';
        return complete && !isAllowedCode(code) ? i + 1 : -1;
    }

    private static boolean isAllowedCode(int code) {
        return code > 0xFFFF
                ? code <= Character.MAX_CODE_POINT
                : isAllowed((char) code) && !Character.isSurrogate((char) code);
    }
}
