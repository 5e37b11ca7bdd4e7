package potstats2.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/**
 * Reads instants as {@link Instant#toString} writes them; whatever else can be an instant is left to Jackson, whose parser
 * of every format would take a third of the time of reading a post.
 */
final class InstantReader extends StdDeserializer<Instant> {
    private static final String SECONDS = "yyyy-MM-ddTHH:mm:ssZ";
    private static final int FRACTION_FROM = 20;
    private static final int MOST_FRACTION_DIGITS = 9;

    InstantReader() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        var instant = parser.hasToken(JsonToken.VALUE_STRING) ? read(parser.getString()) : null;
        return instant == null ? InstantDeserializer.INSTANT.deserialize(parser, context) : instant;
    }

    /** Nothing if the text is in another format, or no point in time. */
    static @Nullable Instant read(String text) {
        int last = text.length() - 1;
        boolean whole = last == SECONDS.length() - 1;
        if (last < SECONDS.length() - 1
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':'
                || text.charAt(19) != (whole ? 'Z' : '.')
                || text.charAt(last) != 'Z'
                || last == FRACTION_FROM
                || last > FRACTION_FROM + MOST_FRACTION_DIGITS) {
            return null;
        }
        int fraction = whole ? 0 : number(text, FRACTION_FROM, last);
        for (int digits = last - FRACTION_FROM; fraction > 0 && digits < MOST_FRACTION_DIGITS; digits++) {
            fraction *= 10;
        }
        try {
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19),
                            fraction)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Out of every range if there are other characters than digits. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
