package potstats2.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import potstats2.simulator.RequestCounts.Kind;
import potstats2.simulator.forum.Forum;
import potstats2.simulator.forum.Oddity;
import potstats2.simulator.forum.ThreadPage;
import potstats2.simulator.pages.HtmlPages;
import potstats2.simulator.pages.XmlPages;

/** Finds the page a request asks for. */
final class Pages {

    static final String FORUM = "/bb/";
    static final String PROFILES = "/my/";

    /** What the forum's header claims; the documents are UTF-8. */
    private static final String XML = "text/xml; charset=ISO-8859-1";

    private static final String HTML = "text/html; charset=ISO-8859-15";

    /** How many pages of a kind are not found at first. */
    private static final int BROKEN = 5;

    private final Forum forum;
    private final XmlPages xml;
    private final RequestCounts counts;
    private final Map<Kind, LongAdder> optional = Map.of(Kind.TAGS, new LongAdder(), Kind.PROFILE, new LongAdder());

    Pages(Forum forum, RequestCounts counts) {
        this.forum = forum;
        this.counts = counts;
        xml = new XmlPages(forum.shape());
    }

    Page page(Query query) {
        var page = found(query);
        return isBroken(page.kind()) ? new Page(page.kind(), 404, HTML, ascii("<html>Neues Gewand</html>")) : page;
    }

    private boolean isBroken(Kind kind) {
        var asked = optional.get(kind);
        if (asked == null || !forum.shape().oddities().contains(Oddity.BROKEN_OPTIONAL_PAGES)) {
            return false;
        }
        asked.increment();
        return asked.sum() <= BROKEN;
    }

    private Page found(Query query) {
        return switch (query.path()) {
            case "/bb/xml/boards.php" -> new Page(Kind.BOARDS, 200, XML, xml.boards(forum.boards()));
            case "/bb/xml/board.php" -> new Page(Kind.BOARD, 200, XML, board(query));
            case "/bb/xml/thread.php" -> new Page(Kind.THREAD, 200, XML, xml.thread(thread(query)));
            case "/bb/thread.php" -> new Page(Kind.TAGS, 200, HTML, HtmlPages.thread(forum.thread(query.id("TID"))));
            case "/truth" -> new Page(Kind.TRUTH, 200, "application/json", truth());
            default -> query.path().startsWith(PROFILES) ? profile(query) : unknown();
        };
    }

    private ByteBuffer board(Query query) {
        boolean withStickies = query.on("with-stickies");
        boolean withGlobals = query.on("with-globals");
        var page = forum.boardPage(
                query.id("BID"), query.number("page", 1), query.number("offset", -1), withStickies, withGlobals);
        return xml.board(page, withStickies, withGlobals);
    }

    private @Nullable ThreadPage thread(Query query) {
        long tid = query.id("TID");
        if (query.has("onlyPID")) {
            return forum.threadPageOfOnly(tid, query.id("onlyPID"));
        } else if (query.has("PID")) {
            return forum.threadPageOf(tid, query.id("PID"));
        }
        return forum.threadPage(tid, query.number("page", 1), query.number("offset", -1));
    }

    private Page profile(Query query) {
        String asked = query.path().substring(PROFILES.length());
        var profile = forum.profile(Query.decimal(asked, -1));
        return new Page(Kind.PROFILE, 200, HTML, HtmlPages.profile(profile, asked.replace("<", "")));
    }

    private static Page unknown() {
        return new Page(Kind.UNKNOWN, 404, "text/plain", ascii("Not found\n"));
    }

    private ByteBuffer truth() {
        var truth = forum.truth();
        return ascii(("{\"posts\":%s,\"threads\":%s,\"boards\":%s,\"boardsWithPosts\":%s,\"users\":%s,\"edits\":%s,"
                        + "\"hiddenPosts\":%s,\"requests\":{%s}}\n")
                .formatted(
                        truth.posts(),
                        truth.threads(),
                        truth.boards(),
                        truth.boardsWithPosts(),
                        truth.users(),
                        truth.edits(),
                        truth.hiddenPosts(),
                        requests()));
    }

    private String requests() {
        return Arrays.stream(Kind.values())
                .map(kind -> "\"" + kind.name().toLowerCase(Locale.ROOT) + "\":" + counts.of(kind))
                .collect(Collectors.joining(","));
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
