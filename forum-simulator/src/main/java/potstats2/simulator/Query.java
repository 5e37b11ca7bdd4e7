package potstats2.simulator;

import java.util.HashMap;
import java.util.Map;

/**
 * What a request asks for.
 *
 * @param path as sent, without parameters
 * @param parameters by name; of several of one name the last
 */
record Query(String path, Map<String, String> parameters) {

    static Query parse(String uri) {
        int mark = uri.indexOf('?');
        if (mark < 0) {
            return new Query(uri, Map.of());
        }
        var parameters = new HashMap<String, String>();
        int at = mark + 1;
        while (at < uri.length()) {
            int end = uri.indexOf('&', at);
            end = end < 0 ? uri.length() : end;
            int equals = uri.indexOf('=', at);
            if (equals >= at && equals < end) {
                parameters.put(uri.substring(at, equals), uri.substring(equals + 1, end));
            }
            at = end + 1;
        }
        return new Query(uri.substring(0, mark), parameters);
    }

    boolean has(String name) {
        return parameters.containsKey(name);
    }

    /** The id of that name, -1 where it is absent or not a number. */
    long id(String name) {
        return decimal(parameters.getOrDefault(name, ""), -1);
    }

    /** The number of that name, the given one where it is absent, negative or not a number. */
    int number(String name, int otherwise) {
        return (int) Math.min(decimal(parameters.getOrDefault(name, ""), otherwise), Integer.MAX_VALUE);
    }

    /** Whether a switch is on, as it is when absent. */
    boolean on(String name) {
        return !"0".equals(parameters.get(name));
    }

    static long decimal(String text, long otherwise) {
        if (text.isEmpty() || text.length() > 18) {
            return otherwise;
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return otherwise;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
