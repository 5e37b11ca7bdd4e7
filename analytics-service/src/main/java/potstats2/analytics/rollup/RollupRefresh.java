package potstats2.analytics.rollup;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import potstats2.events.ForumChanged;
import potstats2.events.ForumChanged.TouchedPost;
import potstats2.events.StatsRefreshed.BoardPosts;
import potstats2.events.StatsRefreshed.Scope;

/**
 * Refreshes the rollups for what announcements of changes name. The finest rollups are computed anew from the posts, for
 * the dirty keys alone; the difference from what they held is what the rollups above take over, in the same transaction
 * as the position of the announcements. So the cost is that of the change, whatever the size of the forum, and applying
 * an announcement again changes nothing.
 */
public final class RollupRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(RollupRefresh.class);

    private static final int FEW_KEYS = 200;
    private static final String LOOK_UP_EACH_KEY =
            "SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_seqscan = off";
    private static final String CHOOSE_PLANS =
            "SET LOCAL enable_hashjoin = on; SET LOCAL enable_mergejoin = on; SET LOCAL enable_seqscan = on";

    private static final String WORKSPACE = SqlScripts.read("refresh/workspace");
    private static final Level DIRTY_USER_DAYS = new Level("thread-starts", "dirty_user_days");
    private static final Level CHANGED_HOURS = new Level("user-hour", "changed_hours");
    private static final Level POSTERS = new Level("poster-year", "moved_posters");
    private static final List<Level> LOST_POSTERS =
            levels("lost-hours-of-years", "empty-posters", "lost-hours-of-all-years", "lost-posters");
    private static final Level MOVED_WEEKDAYS = new Level("moved-weekdays", "moved_weekdays");
    private static final List<Level> BOARDS = levels("board-day", "board-year", "board-hour", "board-weekday");
    private static final List<Level> EMPTY_BOARDS =
            levels("empty-board-days", "empty-board-years", "empty-board-hours", "empty-board-weekdays");
    private static final String LOST_HOURS = "SELECT EXISTS (SELECT FROM changed_hours WHERE presence = -1)";
    private static final String SCOPES = SqlScripts.read("refresh/scopes");
    private static final String NEW_POSTS = SqlScripts.read("refresh/new-posts");

    private final ZoneId zone;
    private final StatsDatabase database;
    private final JdbcTemplate jdbc;
    private final StatsState state;
    private final StoredPosition position;
    private final RollupRebuild rebuild;

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
    }

    /** One statement and the set of dirty keys that it leaves for those after it, if any. */
    private record Level(String sql, String leaves) {
        private Level {
            sql = SqlScripts.read("refresh/" + sql);
        }
    }

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
        return database.inTransaction(() -> {
            position.advance(from, to);
            database.useTimeZone(zone);
            return refresh(changes);
        });
    }

    private Refreshed refresh(List<ForumChanged> changes) {
        jdbc.execute("SET LOCAL jit = off");
        jdbc.execute(WORKSPACE);
        var posts = all(changes, ForumChanged::posts);
        var threads = all(changes, ForumChanged::movedThreads);
        load(posts);
        load("moved_threads", threads);
        load("changed_boards", all(changes, ForumChanged::boards));
        load("changed_users", all(changes, ForumChanged::users));
        if (!posts.isEmpty() || !threads.isEmpty()) {
            refresh(compute(DIRTY_USER_DAYS, posts.size() + threads.size()));
        }
        var generation = state.advance();
        var scopes = jdbc.query(SCOPES, (row, i) -> new Scope(row.getInt("year"), row.getLong("bid")));
        var newPosts = jdbc.query(NEW_POSTS, (row, i) -> new BoardPosts(row.getLong("bid"), row.getLong("posts")));
        return new Refreshed(generation, scopes, newPosts);
    }

    private void refresh(int userDays) {
        if (compute(CHANGED_HOURS, userDays) == 0) {
            return;
        }
        compute(POSTERS, userDays);
        var lost = Boolean.TRUE.equals(jdbc.queryForObject(LOST_HOURS, Boolean.class));
        if (lost) {
            compute(LOST_POSTERS, userDays);
        }
        compute(MOVED_WEEKDAYS, userDays);
        compute(BOARDS, userDays);
        if (lost) {
            compute(EMPTY_BOARDS, userDays);
        }
    }

    private void compute(List<Level> levels, int keys) {
        levels.forEach(level -> compute(level, keys));
    }

    /**
     * Temporary tables have no statistics of their own accord. For a handful of keys the planner is told to look them up
     * one by one, and the server keeps that plan; for many, the tables are analyzed, and each statement planned anew.
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

    private static List<Level> levels(String... names) {
        return Stream.of(names).map(name -> new Level(name, "")).toList();
    }

    private void load(List<TouchedPost> posts) {
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
        jdbc.execute("ANALYZE touched_posts");
    }

    private void load(String table, List<Long> ids) {
        jdbc.update("INSERT INTO " + table + " SELECT DISTINCT unnest(?)", (Object) ids.toArray(Long[]::new));
    }

    private static <T> List<T> all(List<ForumChanged> changes, Function<ForumChanged, List<T>> part) {
        return changes.stream().map(part).flatMap(Collection::stream).toList();
    }
}
