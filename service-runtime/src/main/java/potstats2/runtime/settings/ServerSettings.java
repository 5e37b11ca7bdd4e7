package potstats2.runtime.settings;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Spring's settings of where servers are, put so that their clients find the host: names with underscores or
 * international letters are not theirs.
 */
public final class ServerSettings {
    private static final String KAFKA = "spring.kafka.bootstrap-servers";
    private static final String R2DBC = "spring.r2dbc.url";
    private static final String LIQUIBASE = "spring.liquibase.url";

    private ServerSettings() {}

    /** What has to override the settings, mostly nothing. */
    static Map<String, Object> overrides(Settings settings) {
        var overrides = new LinkedHashMap<String, Object>();
        settings.get(KAFKA).ifPresent(servers -> put(overrides, KAFKA, servers, ServerSettings::kafka));
        settings.get(LIQUIBASE)
                .filter(ServerSettings::isOfOneServer)
                .ifPresent(url -> put(
                        overrides, LIQUIBASE, url, given -> ServerUrl.of(given).toString()));
        settings.get(R2DBC).filter(ServerSettings::isOfOneServer).ifPresent(url -> {
            put(overrides, R2DBC, url, given -> ServerUrl.of(given).toString());
            overrides.putAll(besideR2dbcUrl(ServerUrl.of(url)));
        });
        return overrides;
    }

    /** PostgreSQL's drivers take several, which they know how to tell apart. */
    private static boolean isOfOneServer(String url) {
        return url.contains(":postgresql://") && !url.contains(",");
    }

    private static void put(
            Map<String, Object> overrides, String setting, String given, UnaryOperator<String> reading) {
        try {
            var read = reading.apply(given);
            if (!read.equals(given)) {
                overrides.put(setting, read);
            }
        } catch (IllegalArgumentException e) {
            throw new BadSettingException(setting + ": " + Text.quoted(given) + " cannot be used: " + e.getMessage());
        }
    }

    /** R2DBC takes the port for a part of such a name. */
    private static Map<String, Object> besideR2dbcUrl(ServerUrl url) {
        return url.host().contains("_") && url.port() != null
                ? Map.of("spring.r2dbc.properties.host", url.host(), "spring.r2dbc.properties.port", url.port())
                : Map.of();
    }

    /**
     * Brokers as Kafka's clients take them.
     *
     * @param servers host and port of each, separated by commas
     * @throws IllegalArgumentException saying what is wrong
     */
    public static String kafka(String servers) {
        return Arrays.stream(servers.split(","))
                .map(String::strip)
                .filter(server -> !server.isEmpty())
                .map(ServerSettings::broker)
                .collect(Collectors.joining(","));
    }

    private static String broker(String server) {
        var url = ServerUrl.of(server.contains("://") ? server : "kafka://" + server);
        if (url.port() == null || !url.path().isEmpty() || url.query() != null || url.userInfo() != null) {
            throw new IllegalArgumentException(server + " is not of the form host:port");
        }
        return url.authority();
    }

    /**
     * Redis as its client takes it.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public static String redis(String url) {
        var server = ServerUrl.of(url);
        if (!server.scheme().equals("redis") && !server.scheme().equals("rediss")) {
            throw new IllegalArgumentException("its scheme is " + server.scheme() + ", not redis or rediss");
        }
        return server.toString();
    }
}
