package potstats2.crawler.source.bb;

import java.math.BigInteger;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;

/**
 * What begins with an ampersand: an entity that XML or HTML knows is its character, a reference to a character that XML
 * forbids is nothing, and before whatever else it is a mere ampersand.
 *
 * @param xml how XML writes it
 * @param end the index behind it
 */
record Reference(String xml, int end) {

    private static final Pattern NUMBER = Pattern.compile("&#(?:([0-9]{1,30})|[xX]([0-9a-fA-F]{1,30}));");
    private static final Pattern ENTITY = Pattern.compile("&([a-zA-Z0-9]{1,40});");
    private static final Set<String> OF_XML = Set.of("amp", "lt", "gt", "quot", "apos");

    static Reference at(String text, int ampersand) {
        var number = NUMBER.matcher(text).region(ampersand, text.length());
        if (number.lookingAt()) {
            return ofNumber(text, ampersand, code(number), number.end());
        }
        var entity = ENTITY.matcher(text).region(ampersand, text.length());
        var characters = entity.lookingAt() ? characters(entity.group(1)) : "";
        return characters.isEmpty() ? ampersand(ampersand) : new Reference(characters, entity.end());
    }

    private static Reference ofNumber(String text, int start, int code, int end) {
        if (code > Character.MAX_CODE_POINT) {
            return ampersand(start);
        }
        if (isSurrogate(code)) {
            return ofHalf(text, code, end);
        }
        return new Reference(XmlText.isAllowed(code) ? character(code) : "", end);
    }

    /** Programs that count in UTF-16 write both halves of a character, one after the other; one alone is nothing. */
    private static Reference ofHalf(String text, int high, int end) {
        var second = NUMBER.matcher(text).region(end, text.length());
        var low = second.lookingAt() ? code(second) : 0;
        return isSurrogate(low) && Character.isSurrogatePair((char) high, (char) low)
                ? new Reference(character(Character.toCodePoint((char) high, (char) low)), second.end())
                : new Reference("", end);
    }

    private static boolean isSurrogate(int code) {
        return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    }

    /** Larger than every code point where the number is. */
    private static int code(MatchResult number) {
        var decimal = number.group(1);
        var code = decimal == null ? new BigInteger(number.group(2), 16) : new BigInteger(decimal);
        return code.bitLength() < Integer.SIZE ? code.intValue() : Integer.MAX_VALUE;
    }

    /** As references: some would be markup. Nothing where there is no such entity. */
    private static String characters(String entity) {
        return OF_XML.contains(entity)
                ? "&" + entity + ";"
                : Entities.getByName(entity)
                        .codePoints()
                        .mapToObj(Reference::character)
                        .collect(Collectors.joining());
    }

    private static String character(int code) {
        return "&#" + code + ";";
    }

    private static Reference ampersand(int at) {
        return new Reference("&amp;", at + 1);
    }
}
