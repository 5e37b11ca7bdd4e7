package potstats2.api.request;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a request carries of the parameters that its API takes. Immutable; unknown parameters are left out. */
public final class Arguments {
    private final Map<String, String> texts;
    private final Map<String, Object> values;

    private Arguments(Map<String, String> texts, Map<String, Object> values) {
        this.texts = texts;
        this.values = values;
    }

    /**
     * Reads a query.
     *
     * @param query every value of every parameter of the request; null is a name without {@code =}
     * @param known the parameters that the API takes
     * @throws RequestRefusedException if a known one is malformed or given twice
     */
    public static Arguments read(
            Map<String, ? extends List<@Nullable String>> query, Collection<? extends Parameter<?>> known) {
        var texts = new TreeMap<String, String>();
        var values = new TreeMap<String, Object>();
        for (var parameter : known) {
            var given = query.get(parameter.name());
            if (given == null || given.isEmpty()) {
                continue;
            }
            if (given.size() > 1) {
                throw RequestRefusedException.malformed(parameter.name(), "it is given twice");
            }
            var text = given.get(0) == null ? "" : given.get(0);
            Object value = parameter.read(text);
            values.put(parameter.name(), value);
            texts.put(parameter.name(), value instanceof Number ? value.toString() : text);
        }
        return new Arguments(texts, values);
    }

    /** A parameter's value, null where the request has none. */
    @SuppressWarnings("unchecked") // A value was read by the parameter of its name.
    public <T> @Nullable T find(Parameter<T> parameter) {
        return (T) values.get(parameter.name());
    }

    /** A parameter's value, or what stands for it where the request has none. */
    public <T> T get(Parameter<T> parameter, T otherwise) {
        var value = find(parameter);
        return value == null ? otherwise : value;
    }

    /**
     * A parameter's value.
     *
     * @throws RequestRefusedException if the request has none
     */
    public <T> T require(Parameter<T> parameter) {
        var value = find(parameter);
        if (value == null) {
            throw RequestRefusedException.missing(parameter.name());
        }
        return value;
    }

    /** Whether the request carries a parameter. */
    public boolean has(Parameter<?> parameter) {
        return values.containsKey(parameter.name());
    }

    /**
     * The days asked about.
     *
     * @throws RequestRefusedException if the arguments that name them do not go together
     */
    public Period period() {
        return Period.of(this);
    }

    /** The board asked for, 0 for all: as the rollups have it. */
    public long boardOrAll() {
        return get(CommonParameters.BID, 0L);
    }

    /** The number of rows asked for. */
    public int limit() {
        return Math.toIntExact(get(CommonParameters.LIMIT, (long) CommonParameters.DEFAULT_LIMIT));
    }

    /** The arguments as a query, in an order that does not depend on the request's. */
    public String query() {
        return query(texts);
    }

    /** The same query with some arguments added or replaced. */
    public String queryWith(Map<String, String> changed) {
        var all = new TreeMap<>(texts);
        all.putAll(changed);
        return query(all);
    }

    private static String query(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(argument ->
                        argument.getKey() + "=" + URLEncoder.encode(argument.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
