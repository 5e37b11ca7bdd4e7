package potstats2.ingest.operate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import potstats2.ingest.dump.DamagedDumpException;
import potstats2.ingest.dump.TopicDump;
import potstats2.ingest.dump.TopicLoad;
import potstats2.runtime.operations.OperationRefusedException;
import potstats2.runtime.settings.BadSettingException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Hands a dump out and takes one in. What is taken in is kept on disk until the whole of it is verified and loaded. */
final class DumpTransfer {
    private static final Logger log = LoggerFactory.getLogger(DumpTransfer.class);
    private static final int BUFFER = 64 * 1024;

    private final Map<String, Object> connection;
    private final Path directory;
    private final Semaphore loading = new Semaphore(1);

    /**
     * Of one system.
     *
     * @param connection the settings of every Kafka client
     * @param directory has room for a dump
     */
    DumpTransfer(Map<String, Object> connection, Path directory) {
        this.connection = connection;
        this.directory = directory;
    }

    /** A dump of what is there now, made as fast as it is taken. */
    Publisher<DataBuffer> dump() {
        return DataBufferUtils.outputStreamPublisher(
                this::dump, DefaultDataBufferFactory.sharedInstance, Schedulers.boundedElastic()::schedule, BUFFER);
    }

    private void dump(OutputStream out) {
        try {
            log.info("Dumped: {}", new TopicDump(connection).write(out, (topic, records) -> {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns how many records were loaded. */
    Mono<Long> load(Flux<DataBuffer> dump) {
        return Mono.using(this::newCopy, copy -> load(dump, copy), this::delete)
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Path newCopy() throws IOException {
        if (!loading.tryAcquire()) {
            throw new OperationRefusedException("another dump is being loaded");
        }
        try {
            return Files.createTempFile(Files.createDirectories(directory), "upload", ".dump");
        } catch (IOException e) {
            loading.release();
            throw e;
        }
    }

    private Mono<Long> load(Flux<DataBuffer> dump, Path copy) {
        return DataBufferUtils.write(dump, copy)
                .publishOn(Schedulers.boundedElastic())
                .then(Mono.fromCallable(() -> load(copy)).subscribeOn(Schedulers.boundedElastic()))
                .doOnNext(records -> log.info("Loaded {} records", records));
    }

    private long load(Path copy) throws IOException, InterruptedException {
        try {
            return TopicLoad.ofCopy(connection, copy).load(verified -> {}, (position, size) -> {});
        } catch (DamagedDumpException e) {
            throw new OperationRefusedException("the dump " + e.damage());
        } catch (BadSettingException e) {
            throw new OperationRefusedException(String.valueOf(e.getMessage()));
        }
    }

    private void delete(Path copy) {
        loading.release();
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            log.warn("{} stays", copy, e);
        }
    }
}
