package potstats2.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static potstats2.ingest.ForumFixtures.board;
import static potstats2.ingest.ForumFixtures.post;
import static potstats2.ingest.ForumFixtures.thread;
import static potstats2.ingest.ForumFixtures.user;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

@RealServers({Server.POSTGRES, Server.KAFKA})
class DumpTransferIT {
    private static final String TOKEN = "a token that nobody guesses";
    private static final int POSTS = 5_000;

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path uploads;

    private RunningIngest ingest;

    @BeforeEach
    void startEmpty(Servers servers) {
        servers.deleteTopics();
        servers.newDatabase();
        ingest = RunningIngest.start(
                servers,
                Map.of(
                        "spring.main.web-application-type",
                        "reactive",
                        "server.port",
                        0,
                        "potstats2.operations.token",
                        TOKEN,
                        "potstats2.ingest.upload-directory",
                        uploads.toString()));
    }

    @AfterEach
    void stop() {
        ingest.close();
    }

    @Test
    void aSystemFilledFromADumpGivesTheSameDump(Servers servers) throws Exception {
        fill(servers);
        var dump = dump();
        stop();
        startEmpty(servers);

        var loaded = load(dump);

        assertThat(loaded.statusCode()).as(loaded.body()).isEqualTo(200);
        assertThat(loaded.body()).isEqualTo("{\"records\":" + (2 + POSTS) + "}");
        assertThat(afterHead(dump())).isEqualTo(afterHead(dump));
        assertThat(uploads).isEmptyDirectory();
        assertRefused(load(dump), "the system is not empty: forum.boards holds records");
    }

    @Test
    void aDamagedDumpIsRefusedAndNothingOfItIsLoaded(Servers servers) throws Exception {
        fill(servers);
        var dump = dump();
        stop();
        startEmpty(servers);
        var empty = dump().length;

        var changed = dump.clone();
        changed[dump.length / 2] ^= 1;
        assertThat(refusal(load(changed)))
                .matches("the dump is damaged at byte \\d+: the checksum of the block that begins here is wrong");
        assertRefused(
                load(Arrays.copyOf(dump, dump.length - 100)),
                "the dump is damaged at byte " + (dump.length - 100) + ": the file ends too early");
        assertRefused(load(new byte[0]), "the dump is damaged at byte 0: not a dump of potstats2");

        assertThat(dump()).hasSize(empty);
        assertThat(uploads).isEmptyDirectory();
        assertThat(load(dump).statusCode()).isEqualTo(200);
    }

    @Test
    void neitherIsForThoseWithoutTheToken(Servers servers) throws Exception {
        fill(servers);
        for (var authorization : new String[] {"", "Bearer guessed"}) {
            assertThat(send(request("dump", authorization).GET()).statusCode()).isEqualTo(401);
            var load = request("load", authorization).POST(BodyPublishers.ofByteArray(dump()));
            assertThat(send(load).statusCode()).isEqualTo(401);
        }
    }

    private static void fill(Servers servers) {
        try (var topics = new ForumTopics(servers.kafka())) {
            topics.publish(board(1, "Board", 1), thread(10, 1, 2));
            var posts = IntStream.range(0, POSTS)
                    .mapToObj(number -> post(100 + number, 10 + number % 7, user(7, "anna"), 3))
                    .toList();
            // One by one at first: a partition that was only just made again may take a later batch before the first.
            posts.subList(0, 7).forEach(topics::publish);
            topics.publish(posts.subList(7, POSTS));
        }
    }

    private byte[] dump() throws IOException, InterruptedException {
        var answer = http.send(request("dump", "Bearer " + TOKEN).GET().build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> load(byte[] dump) throws IOException, InterruptedException {
        var file = Files.write(Files.createTempFile("sent", ".dump"), dump);
        try {
            return send(request("load", "Bearer " + TOKEN).POST(BodyPublishers.ofFile(file)));
        } finally {
            Files.delete(file);
        }
    }

    private static void assertRefused(HttpResponse<String> answer, String reason) {
        assertThat(refusal(answer)).isEqualTo(reason);
    }

    private static String refusal(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        return answer.body().replaceAll("\\{\"error\":\"(.*)\"}", "$1");
    }

    private HttpRequest.Builder request(String operation, String authorization) {
        var port = ingest.context().getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/" + operation))
                .header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** The head says when the dump was made. */
    private static byte[] afterHead(byte[] dump) {
        var firstLine = new String(dump, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
        var head = 12 + ByteBuffer.wrap(dump).getInt(firstLine + 4);
        return Arrays.copyOfRange(dump, firstLine + head, dump.length);
    }
}
