package potstats2.crawler.command;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.Acknowledgment;
import potstats2.crawler.http.PauseSwitch;
import potstats2.events.Checkpoint.Pause;
import potstats2.events.CrawlerCommand;
import potstats2.events.UnreadableEventException;
import potstats2.runtime.kafka.EventDeserializer;

/** Hears the commands on their topic. One that nobody can read is nobody's loss: it is logged and forgotten. */
public final class CommandListener {

    /** The listener's: it listens only while this crawler crawls. */
    public static final String ID = "crawler-commands";

    private static final Logger log = LoggerFactory.getLogger(CommandListener.class);

    private final Commands commands;
    private final PauseSwitch pause;
    private final EventDeserializer deserializer = new EventDeserializer();

    public CommandListener(Commands commands, PauseSwitch pause) {
        this.commands = commands;
        this.pause = pause;
    }

    /**
     * Called by the listener container. A command's offset is committed once it is done: a crawler that dies in between is
     * given the command again. That of a pause is not, for it would commit past commands that are not done yet; to be given
     * it again changes nothing.
     */
    @KafkaListener(id = ID, groupId = "crawler", topics = "crawler.commands", autoStartup = "false")
    public void onMessage(ConsumerRecord<String, byte[]> record, Acknowledgment done) {
        try {
            var event = deserializer.read(record);
            log.info("Received: {}", event);
            if (event instanceof CrawlerCommand command) {
                commands.add(command, done::acknowledge);
            } else if (event instanceof Pause wanted) {
                pause.set(wanted);
            }
        } catch (UnreadableEventException e) {
            log.warn("Command at partition {} offset {}: {}", record.partition(), record.offset(), e.getMessage());
        }
    }
}
