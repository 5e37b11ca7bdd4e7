package potstats2.api.request;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A parameter that a request may carry.
 *
 * @param <T> what its text means
 */
public sealed interface Parameter<T> {

    /** As it stands in the URL. */
    String name();

    /** For people who read the API's description. */
    String description();

    /**
     * Reads a value.
     *
     * @throws RequestRefusedException if the text is none
     */
    T read(String text);

    /** A calendar year, which has four digits. */
    record Year(String name, String description) implements Parameter<Integer> {
        @Override
        public Integer read(String text) {
            if (text.length() != 4 || !text.chars().allMatch(c -> c >= '0' && c <= '9') || text.equals("0000")) {
                throw RequestRefusedException.malformed(name, "a year has four digits");
            }
            return Integer.valueOf(text);
        }
    }

    /** A whole number within bounds, both inclusive. */
    record WholeNumber(String name, String description, long min, long max) implements Parameter<Long> {
        private static final int LONGEST = 19;

        @Override
        public Long read(String text) {
            if (!text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                try {
                    var number = Long.parseLong(text);
                    if (number >= min && number <= max) {
                        return number;
                    }
                } catch (NumberFormatException e) {
                    // Nineteen digits may still be too many: refused below like any number out of bounds.
                }
            }
            throw RequestRefusedException.malformed(
                    name,
                    max == Long.MAX_VALUE
                            ? "a whole number from %s expected".formatted(min)
                            : "a whole number from %s to %s expected".formatted(min, max));
        }
    }

    /** A day, written as in ISO 8601. */
    record Day(String name, String description) implements Parameter<LocalDate> {
        private static final Pattern FORMAT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

        @Override
        public LocalDate read(String text) {
            if (FORMAT.matcher(text).matches() && !text.startsWith("0000")) {
                try {
                    return LocalDate.parse(text);
                } catch (DateTimeParseException e) {
                    // No such day: refused below like any other text.
                }
            }
            throw RequestRefusedException.malformed(name, "a day such as 2004-12-31 expected");
        }
    }

    /** Text up to a length in characters, without control characters. */
    record Text(String name, String description, int maxLength) implements Parameter<String> {
        @Override
        public String read(String text) {
            if (text.isBlank()) {
                throw RequestRefusedException.malformed(name, "it is empty");
            }
            if (text.length() > maxLength) {
                throw RequestRefusedException.malformed(name, "at most %s characters".formatted(maxLength));
            }
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw RequestRefusedException.malformed(name, "control characters are not allowed");
            }
            return text;
        }
    }

    /** Something that is there or not; its value does not matter. */
    record Flag(String name, String description) implements Parameter<Boolean> {
        @Override
        public Boolean read(String text) {
            return true;
        }
    }

    /** One of a few words. */
    record Choice<E extends Enum<E>>(String name, String description, Map<String, E> values) implements Parameter<E> {

        public Choice {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /** The constants of an enum, in lower case. */
        public static <E extends Enum<E>> Choice<E> of(String name, String description, Class<E> type) {
            var values = new LinkedHashMap<String, E>();
            Arrays.stream(type.getEnumConstants())
                    .forEach(constant -> values.put(constant.name().toLowerCase(Locale.ROOT), constant));
            return new Choice<>(name, description, values);
        }

        @Override
        public E read(String text) {
            var value = values.get(text);
            if (value == null) {
                throw RequestRefusedException.invalid(name, "one of " + String.join(", ", values.keySet()));
            }
            return value;
        }
    }
}
