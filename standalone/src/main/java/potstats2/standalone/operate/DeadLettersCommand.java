package potstats2.standalone.operate;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Looks at and handles what was set aside. */
@Command(
        name = "dead-letters",
        description = "What could not be read or stored, and was set aside.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false)
public final class DeadLettersCommand implements Runnable {
    private static final int SHOWN_OF_TEXT = 60;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    @Command(
            name = "list",
            description = "Lists all letters: id, when, where it came from, why, and how it begins.",
            mixinStandardHelpOptions = true)
    int list(@Mixin OperationsOptions options) {
        var letters = options.ingest().get("deadletters").path("letters");
        for (var letter : letters) {
            var text = oneLine(letter.path("text").asString(""));
            print("%s  %s  %s  %s  %s bytes: %s"
                    .formatted(
                            text(letter, "id"),
                            text(letter, "failedAt"),
                            text(letter, "source"),
                            oneLine(text(letter, "cause")),
                            letter.path("size").asInt(),
                            text.length() > SHOWN_OF_TEXT ? text.substring(0, SHOWN_OF_TEXT) + "…" : text));
        }
        print(letters.size() == 1 ? "1 letter" : letters.size() + " letters");
        return 0;
    }

    @Command(name = "show", description = "Shows one letter as a whole.", mixinStandardHelpOptions = true)
    int show(@Mixin OperationsOptions options, @Parameters(paramLabel = "ID") String id) {
        var letter = options.ingest().get("deadletters/" + OperationsClient.encoded(id));
        for (var member : new String[] {"id", "failedAt", "source", "key", "cause", "size"}) {
            print("%-9s %s".formatted(member, text(letter, member)));
        }
        print("");
        print(letter.path("text").asString(""));
        return 0;
    }

    @Command(
            name = "retry",
            description = "Has a record read once more, or the forum asked for the page once more, and takes the letter"
                    + " away. What fails again is a new letter.",
            mixinStandardHelpOptions = true)
    int retry(
            @Mixin OperationsOptions options,
            @Parameters(paramLabel = "ID|all", description = "all: those that can be tried again") String id) {
        var path = "deadletters/" + OperationsClient.encoded(id) + "/retry";
        return handled("Tried again: ", options.ingest().post(path, Map.of()));
    }

    @Command(name = "discard", description = "Takes a letter away for good.", mixinStandardHelpOptions = true)
    int discard(@Mixin OperationsOptions options, @Parameters(paramLabel = "ID|all") String id) {
        return handled("Discarded: ", options.ingest().delete("deadletters/" + OperationsClient.encoded(id)));
    }

    private int handled(String what, JsonNode answer) {
        answer.path("handled").forEach(id -> print(what + id.asString()));
        return 0;
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private static String text(JsonNode letter, String member) {
        return letter.path(member).asString("-");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
