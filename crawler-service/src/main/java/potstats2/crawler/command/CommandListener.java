package potstats2.crawler.command;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.Acknowledgment;
import potstats2.crawler.forum.PauseSwitch;
import potstats2.events.Checkpoint.Pause;
import potstats2.events.CrawlerCommand;
import potstats2.events.EventCodec;
import potstats2.events.UnreadableEventException;

/** Hears the commands on their topic. One that nobody can read is nobody's loss: it is logged and forgotten. */
public final class CommandListener {

    /** The listener's: it listens only while this crawler crawls. */
    public static final String ID = "crawler-commands";

    private static final Logger log = LoggerFactory.getLogger(CommandListener.class);

    private final Commands commands;
    private final PauseSwitch pause;
    private final EventCodec codec = new EventCodec();

    public CommandListener(Commands commands, PauseSwitch pause) {
        this.commands = commands;
        this.pause = pause;
    }

    /**
     * Called by the listener container. A command counts as heard once it is done: a crawler that dies hears it again. A
     * pause never counts as heard, which would count the unfinished commands before it as heard too; to hear it again
     * changes nothing.
     */
    @KafkaListener(id = ID, groupId = "crawler", topics = "crawler.commands", autoStartup = "false")
    public void hear(ConsumerRecord<String, byte[]> record, Acknowledgment done) {
        try {
            var told = codec.decode(name -> header(record, name), record.value());
            log.info("Told: {}", told);
            if (told instanceof CrawlerCommand command) {
                commands.add(command, done::acknowledge);
            } else if (told instanceof Pause said) {
                pause.set(said);
            }
        } catch (UnreadableEventException e) {
            log.warn("Command at partition {} offset {}: {}", record.partition(), record.offset(), e.getMessage());
        }
    }

    private static byte @Nullable [] header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : header.value();
    }
}
