package potstats2.ingest.tables;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import potstats2.events.EventCodec;
import potstats2.events.ForumChanged;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Schema {@code forum}: the tables and how far each partition is in them. Safe for concurrent batches of other
 * consumers, in this process or another.
 */
public final class ForumTables {
    /** Held to the end of the transaction: batches take turns from here on. The number is arbitrary. */
    private static final String TAKE_TURN = "SELECT pg_advisory_xact_lock(7607142022)";

    private static final String EMPTY = """
            TRUNCATE forum.boards, forum.threads, forum.posts, forum.post_removals, forum.profiles, forum.user_names,
                forum.users
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final PositionTable positions;
    private final BoardTable boards;
    private final ThreadTable threads;
    private final PostTable posts;
    private final ProfileTable profiles;
    private final UserTable users;

    public ForumTables(DatabaseClient database, TransactionalOperator transaction, EventCodec codec) {
        this.database = database;
        this.transaction = transaction;
        positions = new PositionTable(database, codec);
        boards = new BoardTable(database);
        threads = new ThreadTable(database);
        posts = new PostTable(database);
        profiles = new ProfileTable(database);
        users = new UserTable(database);
    }

    /** The stored positions of these partitions; one that was never read stands at 0. */
    public Flux<Position> positions(Collection<TopicPartition> partitions) {
        return positions.read(partitions);
    }

    /** The offset of the next record to read of this partition, 0 if it was never read. */
    public Mono<Long> nextOffset(TopicPartition partition) {
        return positions.nextOffset(partition);
    }

    /** Sets stored positions back, all or none: the consumers read on from there. */
    public Mono<Void> setBack(Map<TopicPartition, Long> targets) {
        return positions.setBack(targets).as(transaction::transactional);
    }

    /** Empties all tables and sets all positions to the beginning: the topics fill them again. */
    public Mono<Void> empty() {
        return positions
                .hold()
                .then(database.sql(EMPTY).then())
                .then(positions.forget())
                .as(transaction::transactional);
    }

    /**
     * Writes a batch and moves its positions, in one transaction.
     *
     * @return what changed, if anything did: the same as is stored with the positions
     */
    public Mono<Optional<ForumChanged>> write(Batch batch) {
        return Mono.defer(() -> write(batch, new Changes())).as(transaction::transactional);
    }

    private Mono<Optional<ForumChanged>> write(Batch batch, Changes changes) {
        return positions
                .advance(batch.advances())
                .then(boards.write(batch.boards(), changes))
                .then(threads.write(batch.threads(), changes))
                .then(posts.remove(batch.removals(), changes))
                .then(posts.write(batch.posts(), changes))
                .then(profiles.write(batch.profiles(), changes))
                .then(Mono.defer(() -> writeInTurn(changes)))
                .then(Mono.defer(() -> store(changes.announcement(batch), batch)));
    }

    private Mono<Void> writeInTurn(Changes changes) {
        if (!changes.needTurn()) {
            return Mono.empty();
        }
        return database.sql(TAKE_TURN)
                .then()
                .then(Mono.defer(() -> threads.findPostsBeforeTheirThread(changes.newThreads(), changes)))
                .then(Mono.defer(() -> users.write(changes)));
    }

    private Mono<Optional<ForumChanged>> store(Optional<ForumChanged> announcement, Batch batch) {
        return Mono.justOrEmpty(announcement)
                .flatMap(changed -> positions.store(changed, batch.advances().get(0)))
                .thenReturn(announcement);
    }
}
