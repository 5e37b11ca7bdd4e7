package potstats2.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static potstats2.ingest.ForumFixtures.board;
import static potstats2.ingest.ForumFixtures.post;
import static potstats2.ingest.ForumFixtures.thread;
import static potstats2.ingest.ForumFixtures.user;

import org.junit.jupiter.api.Test;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

@RealServers({Server.POSTGRES, Server.KAFKA})
class IngestIT {

    @Test
    void writesWhatTheTopicsSay(Servers servers) {
        servers.deleteTopics();
        var database = new ForumDatabase(servers.newDatabase());
        try (var ingest = RunningIngest.start(servers);
                var topics = new ForumTopics(servers.kafka())) {
            assertThat(ingest.context().isRunning()).isTrue();
            topics.publish(board(1, "Board", 1), thread(10, 1, 2), post(100, 10, user(7, "anna"), 3));
            await().untilAsserted(() -> {
                assertThat(database.rows("SELECT bid, name FROM forum.boards")).containsExactly("1 Board");
                assertThat(database.rows("SELECT tid, bid, tags FROM forum.threads"))
                        .containsExactly("10 1 {\"a \\\"b\\\"\",\"c\\\\d\"}");
                assertThat(database.rows("SELECT pid, tid, uid, content FROM forum.posts"))
                        .containsExactly("100 10 7 Text von 100");
                assertThat(database.rows("SELECT uid, name, aliases FROM forum.users"))
                        .containsExactly("7 anna {}");
            });
        }
    }
}
