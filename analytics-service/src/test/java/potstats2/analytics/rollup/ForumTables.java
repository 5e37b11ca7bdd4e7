package potstats2.analytics.rollup;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import liquibase.UpdateSummaryEnum;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.JdbcTemplate;
import potstats2.events.ForumChanged;
import potstats2.events.ForumChanged.TouchedPost;
import potstats2.servers.PostgresAddress;

/** A small forum in the tables of the ingest service, which announces what is done to it just as that does. */
public final class ForumTables {

    private final JdbcTemplate jdbc;
    private final Map<Long, Post> posts = new TreeMap<>();
    private final Map<Long, Long> boardsOfThreads = new TreeMap<>();

    private Set<TouchedPost> touched = new LinkedHashSet<>();
    private List<Long> movedThreads = new ArrayList<>();
    private List<Long> boards = new ArrayList<>();
    private List<Long> users = new ArrayList<>();

    private ForumTables(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * What a post says, by its meaning.
     *
     * @param words plain text
     * @param quotes the PIDs quoted, one by one
     * @param links what is linked to, one by one
     */
    public record Text(String words, List<Long> quotes, List<Linked> links) {

        public static Text of(String words) {
            return new Text(words, List.of(), List.of());
        }

        String bbcode() {
            return words
                    + quotes.stream()
                            .map("[quote=1,%s,\"[x]\"]so[/quote]"::formatted)
                            .collect(Collectors.joining(" "))
                    + links.stream().map(Linked::bbcode).collect(Collectors.joining());
        }

        int length() {
            var bbcode = bbcode();
            return bbcode.codePointCount(0, bbcode.length());
        }
    }

    /** A link, image or video. */
    public record Linked(String type, String domain) {

        String bbcode() {
            return switch (type) {
                case "link" -> "[url=http://%s/x]y[/url]".formatted(domain);
                case "image" -> "[img]http://%s[/img]".formatted(domain);
                default -> "[video]http://%s?x[/video]".formatted(domain);
            };
        }
    }

    /** A post as it stands in the table. */
    public record Post(
            long pid, long tid, long uid, Instant postedAt, int edits, Text text, boolean hidden, boolean gone) {

        public static Post of(long pid, long tid, long uid, String postedAt) {
            return new Post(pid, tid, uid, Instant.parse(postedAt), 0, Text.of(""), false, false);
        }

        public Post in(long thread) {
            return new Post(pid, thread, uid, postedAt, edits, text, hidden, gone);
        }

        public Post by(long user) {
            return new Post(pid, tid, user, postedAt, edits, text, hidden, gone);
        }

        public Post edited(Text now) {
            return new Post(pid, tid, uid, postedAt, edits + 1, now, hidden, gone);
        }

        public Post saying(Text now) {
            return new Post(pid, tid, uid, postedAt, edits, now, hidden, gone);
        }

        public Post asHidden(boolean now) {
            return new Post(pid, tid, uid, postedAt, edits, now ? Text.of("") : text, now, gone);
        }

        public Post asGone(boolean now) {
            return new Post(pid, tid, uid, postedAt, edits, text, hidden, now);
        }

        int length() {
            return text.length();
        }

        String content() {
            return text.bbcode();
        }
    }

    /** An empty database with both services' schemas, and one connection to it. */
    static DataSource migrated(PostgresAddress address) throws LiquibaseException {
        var dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(address.jdbcUrl());
        dataSource.setUsername(address.user());
        dataSource.setPassword(address.password());
        dataSource.setMinimumIdle(1);
        dataSource.setMaximumPoolSize(8); // as the service's
        migrate(dataSource);
        return dataSource;
    }

    /** Gives a database both services' schemas, or what they lack of them. */
    public static void migrate(DataSource dataSource) throws LiquibaseException {
        for (var schema : List.of("forum", "stats")) {
            new JdbcTemplate(dataSource).execute("CREATE SCHEMA IF NOT EXISTS " + schema);
            var liquibase = new SpringLiquibase();
            liquibase.setResourceLoader(new DefaultResourceLoader());
            liquibase.setDataSource(dataSource);
            liquibase.setChangeLog("classpath:db/" + schema + "/changelog.yaml");
            liquibase.setLiquibaseSchema(schema);
            liquibase.setAnalyticsEnabled(false);
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            liquibase.afterPropertiesSet();
        }
    }

    /** The tables that {@link #migrated} made, with nothing in them. */
    public static ForumTables emptied(DataSource dataSource) {
        new JdbcTemplate(dataSource).execute("""
                        DO $$
                        BEGIN
                            EXECUTE (
                                SELECT 'TRUNCATE ' || string_agg(format('%I.%I', schemaname, tablename), ', ')
                                FROM pg_tables
                                WHERE schemaname IN ('forum', 'stats') AND tablename NOT LIKE 'databasechangelog%'
                            );
                        END $$
                        """);
        return new ForumTables(dataSource);
    }

    public void thread(long tid, long bid) {
        jdbc.update("""
                INSERT INTO forum.threads VALUES
                    (?, ?, 0, 0, now(), false, false, false, false, false, false, 'Titel', '', '{}')
                ON CONFLICT (tid) DO UPDATE SET bid = excluded.bid
                """, tid, bid);
        boardsOfThreads.put(tid, bid);
        movedThreads.add(tid);
    }

    /** Writes a post, or another state of it. */
    public void post(Post post) {
        jdbc.update(
                """
                INSERT INTO forum.posts (pid, tid, uid, posted_at, observed_at, edit_count, content_length, hidden, gone,
                    user_name, title, content)
                VALUES (?, ?, ?, to_timestamp(?), now(), ?, ?, ?, ?, '', '', ?)
                ON CONFLICT (pid) DO UPDATE
                SET tid = excluded.tid, uid = excluded.uid, posted_at = excluded.posted_at,
                    edit_count = excluded.edit_count, content_length = excluded.content_length,
                    hidden = excluded.hidden, gone = excluded.gone, content = excluded.content
                """,
                post.pid(),
                post.tid(),
                post.uid(),
                post.postedAt().getEpochSecond(),
                post.edits(),
                post.length(),
                post.hidden(),
                post.gone(),
                post.content());
        var before = posts.put(post.pid(), post);
        if (before != null) {
            touched.add(touched(before, false));
        }
        touched.add(touched(post, before == null));
    }

    /** Fills the table with posts that nobody announces, in the threads from 1 on by turns, each of a day and user of its own. */
    void untoldPosts(int number, int threads) {
        jdbc.update("""
                INSERT INTO forum.posts (pid, tid, uid, posted_at, observed_at, edit_count, content_length, hidden, gone,
                    user_name, title, content)
                SELECT n, 1 + n % ?, n, now() - n * interval '1 day', now(), 0, 0, false, false, '', '', ''
                FROM generate_series(1, ?) n
                """, threads, number);
        jdbc.execute("VACUUM ANALYZE forum.posts");
    }

    public void boardRenamed(long bid) {
        boards.add(bid);
    }

    public void userRenamed(long uid) {
        users.add(uid);
    }

    public @Nullable Post find(long pid) {
        return posts.get(pid);
    }

    /** Posts by PID, those that are gone included. */
    public Map<Long, Post> posts() {
        return posts;
    }

    /** The board of each thread that is known. */
    public Map<Long, Long> boardsOfThreads() {
        return boardsOfThreads;
    }

    /** What was done since this was last asked. */
    public ForumChanged announcement() {
        var announcement = new ForumChanged(
                "test", new ArrayList<>(touched), movedThreads, boards, users, Instant.parse("2024-05-06T07:08:09Z"));
        touched = new LinkedHashSet<>();
        movedThreads = new ArrayList<>();
        boards = new ArrayList<>();
        users = new ArrayList<>();
        return announcement;
    }

    private static TouchedPost touched(Post post, boolean added) {
        return new TouchedPost(
                post.pid(), post.tid(), post.uid(), post.postedAt().getEpochSecond(), added);
    }
}
