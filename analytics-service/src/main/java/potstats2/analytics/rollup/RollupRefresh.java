package potstats2.analytics.rollup;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import potstats2.events.ForumChanged;
import potstats2.events.ForumChanged.TouchedPost;
import potstats2.events.StatsRefreshed.BoardPosts;
import potstats2.events.StatsRefreshed.Scope;

/**
 * Refreshes the rollups for what announcements of changes name. The finest rollups are computed anew from the posts, for
 * the dirty keys alone; the difference from what they held is what the rollups above take over, in the same transaction
 * as the position of the announcements. So the cost is that of the change, whatever the size of the forum, and applying
 * an announcement again changes nothing. Only where half as many posts changed as are counted, as in a first crawl,
 * everything is computed anew.
 */
public final class RollupRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(RollupRefresh.class);

    private static final int FEW_KEYS = 200;
    private static final int POSTS_LOADED = 2_000;
    /** A tenth of PostgreSQL's: the sample of some thousand rows tells as much about keys, and takes a sixth of the time. */
    static final int STATISTICS_TARGET = 10;

    private static final String LOOK_UP_EACH_KEY =
            "SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_seqscan = off";
    private static final String CHOOSE_PLANS =
            "SET LOCAL enable_hashjoin = on; SET LOCAL enable_mergejoin = on; SET LOCAL enable_seqscan = on";

    private static final String WORKSPACE = SqlScripts.read("refresh/workspace");
    private static final String TOUCHED_CONTENTS =
            "SELECT pid, content FROM forum.posts WHERE pid IN (SELECT pid FROM touched_posts) AND content LIKE '%[%'";
    private static final List<Level> POSTS = List.of(
            level("quote-edges", "unquoted_posts"), level("link-edges"), level("thread-starts", "moved_starts"));
    private static final Level DIRTY_USER_DAYS = level("dirty-user-days", "dirty_user_days");
    private static final Level DIRTY_POSTS = level("dirty-posts", "dirty_posts");
    private static final Level DIRTY_QUOTES = level("dirty-quotes", "dirty_quotes");

    private static final Level CHANGED_HOURS = level("user-hour", "changed_hours");
    private static final Level POSTERS = level("poster-year", "moved_posters");
    private static final List<Level> LOST_POSTERS = List.of(
            level("lost-hours-of-years"),
            level("empty-posters"),
            level("lost-hours-of-all-years"),
            level("lost-posters"));
    private static final List<Level> BOARDS = List.of(
            level("moved-weekdays", "moved_weekdays"),
            level("board-day"),
            level("board-year"),
            level("board-hour"),
            level("board-weekday"));
    private static final List<Level> EMPTY_BOARDS = List.of(
            level("empty-board-days"),
            level("empty-board-years"),
            level("empty-board-hours"),
            level("empty-board-weekdays"));
    private static final String LOST_HOURS = "SELECT EXISTS (SELECT FROM changed_hours WHERE presence = -1)";

    private static final Level CHANGED_QUOTES = level("quote-day", "changed_quotes");
    private static final List<Level> QUOTES = List.of(level("quote-relation"), level("empty-quote-relations"));
    private static final Level CHANGED_LINKS = level("link-day", "changed_links");
    private static final List<Level> LINKS = List.of(
            level("user-domain"), level("domain-year"), level("empty-user-domains"), level("empty-domain-years"));

    private static final String SCOPES = SqlScripts.read("refresh/scopes");
    private static final String ALL_SCOPES = "SELECT year, bid FROM stats.scopes WHERE year <> 0 AND bid <> 0";
    private static final RowMapper<Scope> SCOPE = (row, i) -> new Scope(row.getInt("year"), row.getLong("bid"));
    private static final String NEW_POSTS = SqlScripts.read("refresh/new-posts");

    private final ZoneId zone;
    private final StatsDatabase database;
    private final JdbcTemplate jdbc;
    private final StatsState state;
    private final StoredPosition position;
    private final RollupRebuild rebuild;
    private final RollupOverwrite overwrite;
    private final ContentScan contents;

    /**
     * @param dataSource connections on which the schemas {@code forum} and {@code stats} can be read and {@code stats}
     *     written
     * @param zone whose days, hours and years to count by
     */
    public RollupRefresh(DataSource dataSource, ZoneId zone) {
        this.zone = zone;
        database = new StatsDatabase(dataSource);
        jdbc = database.jdbc();
        state = new StatsState(jdbc);
        position = new StoredPosition(jdbc);
        rebuild = new RollupRebuild(dataSource);
        overwrite = new RollupOverwrite(dataSource);
        contents = new ContentScan(jdbc, "fresh_quotes", "fresh_links");
    }

    /** One statement and the set of dirty keys that it leaves for those after it, if any. */
    private record Level(String sql, String leaves) {}

    /**
     * Where to continue. If the announcements do not reach back to where the rollups stand, or the rollups are in another
     * time zone, everything is rebuilt first.
     *
     * @param available what the topic holds now
     * @return the offset of the next announcement to apply
     */
    public long resume(OffsetRange available) {
        var stored = position.find();
        if (stored.filter(available::continuesAt).isPresent()
                && state.timeZone().filter(zone::equals).isPresent()) {
            return stored.get();
        }
        LOG.info(
                "The rollups are at position {}, announcements are there from {} to {}",
                stored,
                available.begin(),
                available.end());
        rebuild.run(zone, OptionalLong.of(available.end()));
        return available.end();
    }

    /** The newest generation of the numbers. */
    public long generation() {
        return state.generation();
    }

    /**
     * Applies announcements.
     *
     * @param from the position they start at
     * @param to the position after them
     * @param changes what they announce; may be none
     * @throws LostPositionException if the rollups are not at that position; nothing was written
     */
    public Refreshed apply(long from, long to, List<ForumChanged> changes) {
        var posts = all(changes, ForumChanged::posts);
        if (areManyOfAll(posts)) {
            return database.inSnapshot(() -> {
                position.advance(from, to);
                return recompute(posts);
            });
        }
        return applyNamed(from, to, changes);
    }

    /**
     * The same, without ever computing anew what the announcements do not name: so what else is in the tables of {@code
     * forum} cannot make it fail.
     */
    public Refreshed applyNamed(long from, long to, List<ForumChanged> changes) {
        return database.inTransaction(() -> {
            position.advance(from, to);
            database.useTimeZone(zone);
            return refresh(all(changes, ForumChanged::posts), changes);
        });
    }

    /** Then computing all anew takes less time than finding out what changed. */
    private boolean areManyOfAll(List<TouchedPost> posts) {
        return posts.size() > FEW_KEYS && posts.size() >= state.posts() / 2;
    }

    private Refreshed recompute(List<TouchedPost> posts) {
        var newPosts = new ArrayList<BoardPosts>();
        var rows = overwrite.run(zone, () -> {
            jdbc.execute(WORKSPACE);
            load(posts);
            newPosts.addAll(newPosts());
        });
        state.advanceAll(zone);
        var scopes = jdbc.query(ALL_SCOPES, SCOPE);
        return new Refreshed(state.generation(), scopes, newPosts, rows);
    }

    private Refreshed refresh(List<TouchedPost> posts, List<ForumChanged> changes) {
        jdbc.execute("SET LOCAL jit = off; SET LOCAL default_statistics_target = " + STATISTICS_TARGET);
        jdbc.execute(WORKSPACE);
        var threads = all(changes, ForumChanged::movedThreads);
        load(posts);
        load("moved_threads", threads);
        // The planner thinks of a new table that it holds thousands of rows, and would find their posts by reading all.
        jdbc.execute("ANALYZE moved_threads");
        load("changed_boards", all(changes, ForumChanged::boards));
        load("changed_users", all(changes, ForumChanged::users));
        var dirtyKeys = posts.isEmpty() && threads.isEmpty() ? 0 : refresh(posts.size() + threads.size());
        var generation = state.advance();
        var scopes = jdbc.query(SCOPES, SCOPE);
        return new Refreshed(generation, scopes, newPosts(), dirtyKeys);
    }

    private List<BoardPosts> newPosts() {
        return jdbc.query(NEW_POSTS, (row, i) -> new BoardPosts(row.getLong("bid"), row.getLong("posts")));
    }

    /** Returns the number of dirty keys of the finest rollup. */
    private int refresh(int touched) {
        contents.run(TOUCHED_CONTENTS);
        compute(POSTS, touched);
        var userDays = compute(DIRTY_USER_DAYS, touched);
        var posts = compute(DIRTY_POSTS, userDays);
        compute(DIRTY_QUOTES, posts);
        if (compute(CHANGED_HOURS, posts) > 0) {
            compute(POSTERS, posts);
            var lost = Boolean.TRUE.equals(jdbc.queryForObject(LOST_HOURS, Boolean.class));
            compute(lost ? LOST_POSTERS : List.of(), posts);
            compute(BOARDS, posts);
            compute(lost ? EMPTY_BOARDS : List.of(), posts);
        }
        if (compute(CHANGED_QUOTES, posts) > 0) {
            compute(QUOTES, posts);
        }
        if (compute(CHANGED_LINKS, posts) > 0) {
            compute(LINKS, posts);
        }
        return userDays;
    }

    private void compute(List<Level> levels, int keys) {
        levels.forEach(level -> compute(level, keys));
    }

    /**
     * Temporary tables have no statistics of their own accord. For few keys the planner is told to look them up one by
     * one, and the server keeps that plan; for many, the tables are analyzed, and each statement planned anew. Between
     * themselves, few keys are compared each with each: that outgrows the planning at some hundred.
     *
     * @param keys how many rows the statement begins with, about
     */
    private int compute(Level level, int keys) {
        if (keys <= FEW_KEYS) {
            jdbc.execute(LOOK_UP_EACH_KEY);
            return jdbc.update(level.sql(), new Object[0]);
        }
        jdbc.execute(CHOOSE_PLANS);
        var rows = jdbc.update(level.sql());
        if (!level.leaves().isEmpty()) {
            jdbc.execute("ANALYZE " + level.leaves());
        }
        return rows;
    }

    private static Level level(String name) {
        return level(name, "");
    }

    private static Level level(String name, String leaves) {
        return new Level(SqlScripts.read("refresh/" + name), leaves);
    }

    private void load(List<TouchedPost> posts) {
        for (var from = 0; from < posts.size(); from += POSTS_LOADED) {
            insert(posts.subList(from, Math.min(from + POSTS_LOADED, posts.size())));
        }
        jdbc.execute("ANALYZE touched_posts");
    }

    private void insert(List<TouchedPost> posts) {
        jdbc.update(
                """
                INSERT INTO touched_posts (pid, tid, uid, posted_at, added)
                SELECT pid, tid, uid, to_timestamp(posted_at), added
                FROM unnest(?, ?, ?, ?, ?) AS post (pid, tid, uid, posted_at, added)
                """,
                posts.stream().mapToLong(TouchedPost::pid).toArray(),
                posts.stream().mapToLong(TouchedPost::tid).toArray(),
                posts.stream().mapToLong(TouchedPost::uid).toArray(),
                posts.stream().mapToLong(TouchedPost::postedAt).toArray(),
                posts.stream().map(TouchedPost::added).toArray(Boolean[]::new));
    }

    private void load(String table, List<Long> ids) {
        jdbc.update("INSERT INTO " + table + " SELECT DISTINCT unnest(?)", (Object) ids.toArray(Long[]::new));
    }

    private static <T> List<T> all(List<ForumChanged> changes, Function<ForumChanged, List<T>> part) {
        return changes.stream().map(part).flatMap(Collection::stream).toList();
    }
}
