package potstats2.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import potstats2.simulator.ForumSimulator;

/** Stands between a crawler and a forum, and garbles the pages of a thread if told to. */
final class GarbledForum implements AutoCloseable {
    private static final long NONE = 0;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final URI forum;
    private final HttpServer server;
    private volatile long garbled = NONE;

    GarbledForum(ForumSimulator simulator) throws IOException {
        forum = URI.create(simulator.forumUrl());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + forum.getPath();
    }

    /** From now on nobody can read the pages of this thread, and of this one only. */
    void garble(long tid) {
        garbled = tid;
    }

    void mend() {
        garbled = NONE;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var url = exchange.getRequestURI().toString();
            var answer = client.send(HttpRequest.newBuilder(forum.resolve(url)).build(), BodyHandlers.ofByteArray());
            var body = url.contains("xml/thread.php?TID=" + garbled + "&")
                    ? "<thread><posts></thread>".getBytes(UTF_8)
                    : answer.body();
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
