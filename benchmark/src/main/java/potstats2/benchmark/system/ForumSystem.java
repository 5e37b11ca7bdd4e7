package potstats2.benchmark.system;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import potstats2.servers.PostgresAddress;
import potstats2.simulator.ForumSimulator;
import tools.jackson.databind.JsonNode;

/** A made-up forum in this process and the services that read it, each a process of its own. */
public final class ForumSystem implements AutoCloseable {
    public static final String CRAWLER = "crawler-service";
    public static final String INGEST = "ingest-service";
    public static final String ANALYTICS = "analytics-service";
    public static final String API = "stats-api-service";

    private static final String TOKEN = "a token for measurements";
    /** As in the demo: what a new post waits for at most before the forum is asked. */
    private static final Duration PASS_INTERVAL = Duration.ofMillis(500);

    private static final Duration SHORT = Duration.ofMinutes(2);
    /** Rarely enough to cost nothing. */
    private static final Duration POLL = Duration.ofMillis(200);

    private final Repository repository;
    private final Path directory;
    private final ForumSimulator forum;
    private final ServersProcess servers;
    private final Map<String, String> more;
    private final Map<String, ServiceProcess> services = new LinkedHashMap<>();

    private ForumSystem(
            Repository repository,
            Path directory,
            ForumSimulator forum,
            ServersProcess servers,
            Map<String, String> more) {
        this.repository = repository;
        this.directory = directory;
        this.forum = forum;
        this.servers = servers;
        this.more = Map.copyOf(more);
    }

    /**
     * Starts the servers and no service yet.
     *
     * @param more settings of the services
     */
    public static ForumSystem start(
            Repository repository, ForumSimulator forum, Path directory, Map<String, String> more)
            throws IOException, TimeoutException {
        return new ForumSystem(repository, directory, forum, ServersProcess.start(directory), more);
    }

    /** Starts all services and waits until they run. */
    public void startServices() throws IOException, TimeoutException {
        for (var service : repository.services()) {
            start(service);
        }
        for (var service : services.values()) {
            service.awaitReady();
        }
    }

    /** Starts a service that does not run. */
    public ServiceProcess start(String service) throws IOException {
        var process = start(service, servers.postgres());
        services.put(service, process);
        return process;
    }

    /** Starts a service on another database of the same server. */
    public ServiceProcess start(String service, PostgresAddress database) throws IOException {
        var settings = new HashMap<>(servers.settings(database));
        settings.put("potstats2.operations.token", TOKEN);
        settings.put("potstats2.crawler.forum-url", forum.forumUrl());
        settings.put("potstats2.crawler.profile-url", forum.profileUrl());
        settings.put("potstats2.crawler.request-delay", "0ms");
        settings.put("potstats2.crawler.pass-interval", PASS_INTERVAL.toMillis() + "ms");
        settings.put("potstats2.api.limits.requests-per-second", "0");
        settings.putAll(more);
        return ServiceProcess.start(service, repository.jar(service), settings, directory);
    }

    /** Waits until the numbers hold everything the forum shows. */
    public void awaitAll(Progress progress, Duration patience) throws TimeoutException {
        var reportedAt = new long[] {System.nanoTime()};
        Await.until("all posts to be in the numbers", patience, POLL, () -> {
            services.values().forEach(ServiceProcess::requireAlive);
            var status = api().ask("/actuator/status");
            var posts = status.map(answer -> answer.path("posts").asLong()).orElse(0L);
            if (System.nanoTime() - reportedAt[0] > Duration.ofSeconds(5).toNanos()) {
                reportedAt[0] = System.nanoTime();
                progress.say(
                        "%,d posts of %,d are in the numbers",
                        posts, forum.truth().posts());
            }
            return status.filter(ForumSystem::isQuiet).isPresent()
                    && posts == forum.truth().posts();
        });
    }

    /** Waits until nothing is on its way any more. */
    public void awaitQuiet() throws TimeoutException {
        Await.until(
                "the system to be quiet",
                SHORT,
                POLL,
                () -> api().ask("/actuator/status").filter(Api::hasNoLag).isPresent());
    }

    private static boolean isQuiet(JsonNode status) {
        return Api.hasNoLag(status) && !status.at("/crawl/state").asString("").equals("crawling");
    }

    /** Leaves the forum alone, so that nothing but the measurement is at work. */
    public void pauseCrawler() {
        service(CRAWLER).api().post("/actuator/pause", TOKEN);
    }

    public void resumeCrawler() {
        service(CRAWLER).api().post("/actuator/resume", TOKEN);
    }

    /** Asks for a pass that reads every page again. */
    public void crawlFully() {
        service(CRAWLER).api().post("/actuator/crawl?full=true", TOKEN);
    }

    /** Empties the tables; they are filled from the topics again. */
    public static void resetDatabase(ServiceProcess ingest) {
        ingest.api().post("/actuator/reset", TOKEN);
    }

    /** Where its data and logs are. */
    Path directory() {
        return directory;
    }

    public ForumSimulator forum() {
        return forum;
    }

    public ServersProcess servers() {
        return servers;
    }

    public Api api() {
        return service(API).api();
    }

    public ServiceProcess service(String name) {
        return Objects.requireNonNull(services.get(name), name);
    }

    /** Those that run. */
    public List<ServiceProcess> services() {
        return List.copyOf(services.values());
    }

    /** Stops a service, if it runs. */
    public void stop(String service) {
        Optional.ofNullable(services.remove(service)).ifPresent(ServiceProcess::close);
    }

    /** Whether every service that was started still runs. */
    public boolean isHealthy() {
        return services.values().stream().allMatch(ServiceProcess::isAlive);
    }

    @Override
    public void close() {
        var running = new ArrayList<>(services.keySet());
        Collections.reverse(running);
        running.forEach(this::stop);
        servers.close();
        forum.close();
    }
}
