package potstats2.benchmark.report;

import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The figures for machines. */
public final class JsonReport {
    private final JsonMapper json = JsonMapper.builder().build();

    /** An object with the machine and the rows, in one line. */
    public String write(Machine machine, int posts, List<Measured> lines) {
        var report = json.createObjectNode().put("posts", posts);
        report.set("machine", json.valueToTree(machine));
        var rows = report.putArray("rows");
        lines.forEach(line -> rows.add(row(line)));
        return json.writeValueAsString(report);
    }

    private ObjectNode row(Measured line) {
        var row = json.createObjectNode()
                .put("row", line.row())
                .put("ours", line.ours().value())
                .put("unit", line.ours().unit());
        var limit = line.limit();
        if (limit != null) {
            row.put("limit", limit.value()).put("limitIs", limit.what()).put("ratio", line.ratio());
        }
        var goal = line.goal();
        if (goal != null) {
            row.put("goal", goal.text(line.ours().unit())).put("met", Objects.requireNonNull(line.isMet()));
        }
        return line.note().isEmpty() ? row : row.put("note", line.note());
    }
}
