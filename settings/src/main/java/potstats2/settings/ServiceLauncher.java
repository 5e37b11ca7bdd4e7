package potstats2.settings;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts services after checking their settings. */
public final class ServiceLauncher {
    private static final int BAD_SETTING = 2;
    private static final int FAILED = 1;
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    static {
        // The same transport on every platform, also where Netty has no native one.
        System.getProperties().putIfAbsent("reactor.netty.native", "false");
        System.getProperties().putIfAbsent("io.lettuce.core.epoll", "false");
        System.getProperties().putIfAbsent("io.lettuce.core.iouring", "false");
    }

    private ServiceLauncher() {}

    /**
     * For {@code main}: runs until the process is told to end. While a server that the service needs is away, it tries
     * again. Exits with 2 after one line about a bad setting, with 1 when the service cannot be started for another
     * reason.
     */
    public static void main(Service service, String... args) {
        try {
            runWhenServersAnswer(service, args);
        } catch (BadSettingException e) {
            complain(e);
            System.exit(BAD_SETTING);
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(service.application()).error("{} does not start", service.name(), e);
            System.exit(FAILED);
        }
    }

    private static void runWhenServersAnswer(Service service, String... args) {
        var wait = SHORTEST_WAIT;
        while (true) {
            try {
                run(service, Map.of(), true, args);
                return;
            } catch (RuntimeException e) {
                var away = ServerAway.reason(e).orElseThrow(() -> e);
                LoggerFactory.getLogger(service.application())
                        .warn("{} starts later, in {} s: {}", service.name(), wait.toSeconds(), away);
            }
            LockSupport.parkNanos(wait.toNanos());
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
    }

    /**
     * Starts the service inside a bigger process, which has to close the context.
     *
     * @param overrides win over every other source
     * @throws BadSettingException when a setting cannot be used
     */
    public static ConfigurableApplicationContext start(Service service, Map<String, Object> overrides, String... args) {
        return run(service, overrides, false, args);
    }

    private static ConfigurableApplicationContext run(
            Service service, Map<String, Object> overrides, boolean ownProcess, String... args) {
        var sources = SettingSources.of(service, overrides, args);
        var settings = new Settings(sources);
        settings.check(service.settings());
        var application = new SpringApplication(service.application());
        application.setBannerMode(Banner.Mode.OFF);
        application.setMainApplicationClass(service.application());
        application.setEnvironment(
                sources.overriddenBy(ServerSettings.overrides(settings)).environment());
        application.setAddCommandLineProperties(false);
        application.setRegisterShutdownHook(ownProcess);
        // The caller reports a failure: Spring would add a stack trace to a bad setting. And while no broker answers,
        // Kafka's admin client says some hundred times a second that it starts over.
        application.setDefaultProperties(Map.of(
                "logging.level.org.springframework.boot.SpringApplication", "off",
                "logging.level.org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter", "off",
                "logging.level.org.apache.kafka.clients.admin.internals.AdminMetadataManager", "warn"));
        try {
            return application.run(args);
        } catch (RuntimeException e) {
            throw badSetting(e).orElse(e);
        }
    }

    /** One of Spring's own settings, which are read while the application starts. */
    private static Optional<RuntimeException> badSetting(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException bad) {
                return Optional.of(new BadSettingException(new BadValue(bad, Set.of(), Set.of()).inOneLine()));
            }
        }
        return Optional.empty();
    }

    /** The caller of a command sees its error stream, whatever the log is set to. */
    private static void complain(BadSettingException bad) {
        System.err.println("potstats2: " + bad.getMessage());
    }
}
