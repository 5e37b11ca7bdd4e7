package potstats2.api.forum;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;
import potstats2.analytics.rollup.RollupRebuild;
import potstats2.servers.PostgresAddress;

/** The tables that the service reads, made by the changelogs of the services that own them. */
public final class StatsTables {
    /** A role that may read what the service has to read: everything but the posts. */
    public static final String READER = "stats_api_reader";

    public static final String READER_PASSWORD = "reader";

    private final PostgresAddress database;

    private StatsTables(PostgresAddress database) {
        this.database = database;
    }

    /** Makes the tables in an empty database. */
    public static StatsTables create(PostgresAddress database) throws SQLException, LiquibaseException {
        var tables = new StatsTables(database);
        tables.execute("CREATE SCHEMA forum; CREATE SCHEMA stats");
        tables.migrate("forum", "db/forum/changelog.yaml");
        tables.migrate("stats", "db/stats/changelog.yaml");
        tables.execute("""
                DO $$ BEGIN
                    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
                        CREATE ROLE %1$s LOGIN PASSWORD '%2$s';
                    END IF;
                END $$;
                GRANT USAGE ON SCHEMA forum, stats TO %1$s;
                GRANT SELECT ON ALL TABLES IN SCHEMA forum, stats TO %1$s;
                REVOKE ALL ON forum.posts FROM %1$s;
                """.formatted(READER, READER_PASSWORD));
        return tables;
    }

    private void migrate(String schema, String changelog) throws SQLException, LiquibaseException {
        try (var connection = connect()) {
            var liquibase =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            liquibase.setDefaultSchemaName(schema);
            liquibase.setLiquibaseSchemaName(schema);
            new CommandScope(UpdateCommandStep.COMMAND_NAME)
                    .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, liquibase)
                    .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, changelog)
                    .execute();
        }
    }

    /** Replaces everything in the tables by a forum and its rollups. */
    public void fill(GeneratedForum forum) throws SQLException {
        execute("""
                TRUNCATE forum.boards, forum.threads, forum.posts, forum.users, forum.profiles, stats.state;
                INSERT INTO stats.state (generation, time_zone) VALUES (0, '%s')
                """.formatted(GeneratedForum.ZONE));
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            insertBoards(connection);
            insertThreads(connection, forum);
            insertPosts(connection, forum);
            insertUsers(connection, forum);
            insertProfiles(connection, forum);
            connection.commit();
        }
        RollupRebuild.of(database.jdbcUrl(), database.user(), database.password())
                .run();
    }

    private static void insertBoards(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO forum.boards VALUES (?, 1, now(), ?, ?, '', '')")) {
            for (var bid : GeneratedForum.BOARDS) {
                bind(insert, bid, GeneratedForum.boardName(bid), GeneratedForum.boardDescription(bid));
            }
            insert.executeBatch();
        }
    }

    private static void insertThreads(Connection connection, GeneratedForum forum) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO forum.threads
                VALUES (?, ?, 0, 0, now(), false, false, false, false, false, false, 'Title', '', '{}')
                ON CONFLICT (tid) DO NOTHING
                """)) {
            for (var post : forum.posts()) {
                bind(insert, post.tid(), post.bid());
            }
            insert.executeBatch();
        }
    }

    private static void insertPosts(Connection connection, GeneratedForum forum) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO forum.posts (pid, tid, uid, posted_at, observed_at, edit_count, content_length, hidden, gone,
                    user_name, title, content)
                VALUES (?, ?, ?, ?, now(), ?, ?, false, false, ?, '', ?)
                """)) {
            for (var post : forum.posts()) {
                bind(
                        insert,
                        post.pid(),
                        post.tid(),
                        post.uid(),
                        post.at().atZone(GeneratedForum.ZONE).toOffsetDateTime(),
                        post.edits(),
                        post.length(),
                        forum.nameOf(post.uid()),
                        post.content());
            }
            insert.executeBatch();
        }
    }

    private static void insertUsers(Connection connection, GeneratedForum forum) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO forum.users VALUES (?, ?, ?)")) {
            for (var name : forum.names().entrySet()) {
                var aliases = connection.createArrayOf(
                        "text", GeneratedForum.aliases(name.getKey()).toArray());
                bind(insert, name.getKey(), name.getValue(), aliases);
            }
            insert.executeBatch();
        }
    }

    private static void insertProfiles(Connection connection, GeneratedForum forum) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO forum.profiles (uid, registered_at, last_seen_at, observed_at, locked_until, standard_rank,
                    exists, account, rank, rank_bars)
                VALUES (?, ?, ?, now(), ?, true, ?, upper(?), ?, ?)
                """)) {
            for (var entry : forum.profiles().entrySet()) {
                var profile = entry.getValue();
                bind(
                        insert,
                        entry.getKey(),
                        profile.registered(),
                        profile.lastSeen(),
                        profile.lockedUntil(),
                        profile.exists(),
                        profile.account(),
                        profile.rank(),
                        connection.createArrayOf("text", profile.bars().toArray()));
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, @Nullable Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
    }

    /** Keeps readers of {@code stats.board_year} waiting until released. */
    public Connection lockRollups() throws SQLException {
        var connection = connect();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("LOCK TABLE stats.board_year IN ACCESS EXCLUSIVE MODE");
        }
        return connection;
    }

    /** Runs SQL as the owner of the tables. */
    public void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }
}
