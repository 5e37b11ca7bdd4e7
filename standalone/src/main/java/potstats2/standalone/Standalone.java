package potstats2.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import potstats2.api.StatsApiService;
import potstats2.crawler.CrawlerService;
import potstats2.runtime.launch.Service;
import potstats2.runtime.launch.ServiceLauncher;
import potstats2.runtime.launch.ServiceModule;
import potstats2.runtime.settings.BadSettingException;
import potstats2.runtime.settings.HttpAddress;
import potstats2.runtime.settings.ServerSettings;
import potstats2.runtime.settings.Settings;
import potstats2.runtime.settings.SharedSettings;
import potstats2.standalone.progress.CrawlWatch;

/** The services and their servers, started and stopped as one. */
public final class Standalone implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Standalone.class);
    static final Service SELF =
            new Service("standalone", Standalone.class, List.of(StandaloneSettings.class, SharedSettings.class));
    private static final String TOKEN = "potstats2.operations.token";
    private static final Service CRAWLER = CrawlerService.SERVICE;
    private static final Service API = StatsApiService.SERVICE;
    private static final List<Service> SERVICES = ServiceModule.all();

    private static final String REQUEST_RATE = "potstats2.api.limits.requests-per-second";

    private final Map<String, Object> overrides;
    private final Settings configured;
    private final StandaloneSettings settings;
    private final DataDirectory directory;
    private final String token;
    private final Map<Service, ConfigurableApplicationContext> running = new LinkedHashMap<>();
    private @Nullable Servers servers;
    private @Nullable CrawlWatch crawl;
    private boolean closed;

    /**
     * Checks all that a user can have got wrong, and takes the data directory.
     *
     * @param overrides of the settings of the services and of {@link StandaloneSettings}, by their names
     * @throws BadSettingException when something is wrong
     */
    public Standalone(Map<String, Object> overrides) {
        this.overrides = Map.copyOf(overrides);
        configured = SELF.configured(overrides);
        settings = configured.get(StandaloneSettings.class);
        SERVICES.forEach(service -> service.configured(overrides));
        requireFreePort();
        token = configured.get(TOKEN).orElseGet(OperationsFile::newToken);
        directory = DataDirectory.take(settings.dataDirectory());
    }

    /** Returns when all services run, or fails as soon as one does not start. */
    public void start() throws InterruptedException {
        startServers();
        var outcomes = new LinkedBlockingQueue<Optional<RuntimeException>>();
        SERVICES.forEach(service -> inNewThread(() -> outcomes.add(start(service))));
        for (var outstanding = SERVICES.size(); outstanding > 0; outstanding--) {
            var failure = outcomes.take();
            if (failure.isPresent()) {
                throw failure.get();
            }
        }
        new OperationsFile(token, kafka(), operations()).write(directory.path());
    }

    /** Each service but the public API has a port of its own, on this machine only. */
    private synchronized Map<String, HttpAddress> operations() {
        return running.entrySet().stream()
                .collect(Collectors.toMap(service -> service.getKey().name(), service -> {
                    var port = service.getValue().getEnvironment().getProperty("local.server.port");
                    return HttpAddress.of(
                            service.getKey().equals(API) ? apiUrl().toString() : "http://127.0.0.1:" + port);
                }));
    }

    /** Where the API answers, without a slash at the end. */
    public URI apiUrl() {
        var host = address().contains(":") ? "[" + address() + "]" : address();
        return URI.create("http://" + host + ":" + settings.apiPort());
    }

    /** Where to look with a browser: the pages, or the API where they were left out. */
    public URI startPage() {
        var pages = getClass().getResource("/static/index.html") != null;
        return apiUrl().resolve(pages ? "/" : "/api/");
    }

    /** For {@code bootstrap.servers}; after the start. */
    public synchronized String kafka() {
        return configured
                .get(Servers.KAFKA)
                .map(ServerSettings::kafka)
                .orElseGet(() -> String.valueOf(
                        Objects.requireNonNull(servers).addresses().get(Servers.KAFKA)));
    }

    /** What the crawler says; after the start. */
    public synchronized CrawlWatch crawl() {
        return Objects.requireNonNull(crawl);
    }

    /** What a user should know about servers that do not run, a line for each; after the start. */
    public synchronized List<String> troubles() {
        return Objects.requireNonNull(servers).troubles();
    }

    /** By whose days is counted. */
    public String timeZone() {
        return configured.get(SharedSettings.class).timeZone();
    }

    /** What the user should know about the settings. */
    public Optional<String> warning() {
        return configured.warning();
    }

    /** Where the servers' data and the log are. */
    public Path dataDirectory() {
        return directory.path();
    }

    /** Stops the services, the crawler first, then the servers; waits for those that are just starting. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        forgetOperations();
        close(running.remove(CRAWLER));
        CompletableFuture.allOf(running.values().stream()
                        .map(context -> CompletableFuture.runAsync(context::close, Standalone::inNewThread))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        close(crawl);
        close(servers);
        close(directory);
    }

    /** Stops the servers alone: without Kafka, the services would not come to their end. They lose nothing by it. */
    public synchronized void abort() {
        if (!closed) {
            closed = true;
            forgetOperations();
            close(servers);
            close(directory);
        }
    }

    private void forgetOperations() {
        try {
            OperationsFile.delete(directory.path());
        } catch (IOException e) {
            log.warn("The file for operations stays", e);
        }
    }

    /** Holds the lock: whoever closes this meanwhile must find them, or they would outlive the process. */
    private synchronized void startServers() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        servers = Servers.start(directory.path(), configured, settings.fresh());
        crawl = CrawlWatch.start(kafka());
    }

    private Optional<RuntimeException> start(Service service) {
        try {
            keep(service, ServiceLauncher.start(service, settingsOf(service)));
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    private void keep(Service service, ConfigurableApplicationContext context) {
        synchronized (this) {
            if (!closed) {
                running.put(service, context);
                return;
            }
        }
        context.close();
    }

    private synchronized Map<String, Object> settingsOf(Service service) {
        var all = new HashMap<>(overrides);
        all.putAll(Objects.requireNonNull(servers).addresses());
        // Open answers, such as the live stream, would hold up the end.
        all.put("spring.lifecycle.timeout-per-shutdown-phase", "2s");
        if (service.equals(API)) {
            all.put("server.address", address());
            all.put("server.port", settings.apiPort());
            if (isForThisMachineOnly()) {
                all.putAll(forOneself());
            }
        } else {
            // Nobody asks for them.
            all.put("management.prometheus.metrics.export.enabled", false);
            all.put("server.address", "127.0.0.1");
            all.put("server.port", 0);
            all.put(TOKEN, token);
            // The pages, found on the common class path.
            all.put("spring.web.resources.add-mappings", false);
        }
        return all;
    }

    /** This machine only, unless configured otherwise: nothing here asks who is asking. */
    private String address() {
        return configured.get("server.address").orElse("127.0.0.1");
    }

    /** Whoever is at this machine may empty the cache, and ask as much as they like unless configured otherwise. */
    private Map<String, Object> forOneself() {
        var rate = configured.get(REQUEST_RATE).orElse("0");
        return Map.of("management.endpoint.cache.access", "unrestricted", REQUEST_RATE, rate);
    }

    private boolean isForThisMachineOnly() {
        try {
            return Arrays.stream(InetAddress.getAllByName(address())).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return false; // the web server will say so
        }
    }

    private void requireFreePort() {
        try (var socket = new ServerSocket(settings.apiPort(), 1, InetAddress.getByName(address()))) {
            log.debug("Port {} is free", socket.getLocalPort());
        } catch (IOException e) {
            throw new BadSettingException("potstats2.standalone.api-port: port " + settings.apiPort() + " of "
                    + address() + " cannot be used: " + e.getMessage());
        }
    }

    private static void inNewThread(Runnable task) {
        new Thread(task, "standalone").start();
    }

    private static void close(@Nullable AutoCloseable closeable) {
        if (closeable == null) {
            return;
        }
        try {
            closeable.close();
        } catch (Exception e) {
            log.warn("{} does not stop", closeable, e);
        }
    }
}
