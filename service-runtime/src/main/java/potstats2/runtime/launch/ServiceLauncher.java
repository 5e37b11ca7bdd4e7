package potstats2.runtime.launch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.context.ConfigurableApplicationContext;
import potstats2.runtime.settings.BadSettingException;
import potstats2.runtime.settings.MachineDefaults;
import potstats2.runtime.settings.Settings;

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
        MachineDefaults.setAside();
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
        var settings = Settings.of(service.name(), service.settings(), overrides, args);
        if (ownProcess) {
            settings.warning()
                    .ifPresent(warning ->
                            LoggerFactory.getLogger(service.application()).warn(warning));
        }
        var application = new SpringApplication(service.application());
        application.setBannerMode(Banner.Mode.OFF);
        application.setMainApplicationClass(service.application());
        application.setEnvironment(settings.forSpring());
        application.setAddCommandLineProperties(false);
        application.setRegisterShutdownHook(ownProcess);
        // The caller reports a failure: Spring would add a stack trace to a bad setting. And while no broker answers,
        // Kafka's admin client says some hundred times a second that it starts over.
        var defaults = new HashMap<>(settings.defaults());
        defaults.put("logging.level.org.springframework.boot.SpringApplication", "off");
        defaults.put("logging.level.org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter", "off");
        defaults.put("logging.level.org.apache.kafka.clients.admin.internals.AdminMetadataManager", "warn");
        application.setDefaultProperties(defaults);
        try {
            return application.run(args);
        } catch (RuntimeException e) {
            throw badSetting(e).orElse(e);
        }
    }

    /** One of Spring's own settings, which are read while the application starts, or one that a server refuses. */
    private static Optional<RuntimeException> badSetting(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadSettingException bad) {
                return Optional.of(bad);
            }
            if (cause instanceof BindException bad) {
                return Optional.of(BadSettingException.of(bad));
            }
        }
        return Optional.empty();
    }

    /** The caller of a command sees its error stream, whatever the log is set to. */
    private static void complain(BadSettingException bad) {
        System.err.println("potstats2: " + bad.getMessage());
    }
}
