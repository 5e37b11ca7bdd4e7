package potstats2.benchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The figures as a table for people, plain or in Markdown. */
public final class Table {
    private static final List<String> HEAD = List.of("row", "ours", "limit", "ratio", "goal", "met");

    private final List<Measured> lines;

    public Table(List<Measured> lines) {
        this.lines = List.copyOf(lines);
    }

    /** In columns, the notes below. */
    public String plain() {
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        lines.forEach(line -> rows.add(cells(line)));
        var widths = IntStream.range(0, HEAD.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> padded(row, widths)).collect(Collectors.joining("\n")) + notes("  ");
    }

    public String markdown() {
        var rows = lines.stream()
                .map(line -> "| " + String.join(" | ", cells(line)) + " |")
                .collect(Collectors.joining("\n"));
        return "| " + String.join(" | ", HEAD) + " |\n" + "| --- ".repeat(HEAD.size()) + "|\n" + rows + notes("- ");
    }

    private String notes(String bullet) {
        return lines.stream()
                .filter(line -> !line.note().isEmpty())
                .map(line -> "\n" + bullet + line.row() + ": " + line.note())
                .collect(Collectors.joining("", "\n", ""));
    }

    private static List<String> cells(Measured line) {
        var limit = line.limit();
        var ratio = line.ratio();
        var goal = line.goal();
        return List.of(
                line.row(),
                line.ours().toString(),
                limit == null ? "" : new Figure(limit.value(), line.ours().unit()) + " (" + limit.what() + ")",
                ratio == null ? "" : Goal.percent(ratio),
                goal == null ? "" : goal.text(line.ours().unit()),
                verdict(line.isMet()));
    }

    private static String verdict(@Nullable Boolean met) {
        return met == null ? "" : met ? "yes" : "NO";
    }

    private static String padded(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> cells.get(column)
                        + " ".repeat(widths[column] - cells.get(column).length()))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}
