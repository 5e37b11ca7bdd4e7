package potstats2.simulator.pages;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import potstats2.simulator.forum.Access;
import potstats2.simulator.forum.Profile;
import potstats2.simulator.forum.SimulatedThread;

/** Writes the forum's HTML pages that have no XML counterpart: a thread with its tags, and users' profiles. */
public final class HtmlPages {

    private static final Charset LATIN_9 = Charset.forName("ISO-8859-15");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);

    private HtmlPages() {}

    /** A thread's page, of which only the tags matter. */
    public static ByteBuffer thread(@Nullable SimulatedThread thread) {
        if (thread == null || thread.access() != Access.READABLE) {
            return encoded(
                    "<html><head><title>Fehler</title></head><body>Diesen Thread gibt es nicht, oder du darfst ihn"
                            + " nicht lesen.</body></html>");
        }
        var page = new StringBuilder("<html>\n<head><title>")
                .append(escaped(thread.title()))
                .append("</title></head>\n<body>\n<a href='board.php?BID=")
                .append(thread.bid())
                .append(
                        "&page=1'>zurück</a>\n<form action='search.php?a=1&b=2' method='post'><a href='x'>Suche</a></form>\n");
        if (!thread.tags().isEmpty()) {
            page.append("<form action='thread.php?TID=")
                    .append(thread.tid())
                    .append("&set_thread_groups=1' method='post'>\nTags: ");
            for (var tag : thread.tags()) {
                page.append("<a href='search.php?tag=")
                        .append(thread.tags().indexOf(tag))
                        .append("&sort=date'>")
                        .append(escaped(tag))
                        .append("</a>, ");
            }
            page.append("\n</form>\n");
        }
        return encoded(page.append("<a href='thread.php?TID=")
                .append(thread.tid())
                .append("&page=1'>Antworten & Lesen</a>\n</body>\n</html>\n")
                .toString());
    }

    /** The page that answers for a UID. */
    public static ByteBuffer profile(@Nullable Profile profile, String asked) {
        if (profile == null) {
            return encoded("Benutzer " + asked + " nicht gefunden!");
        }
        var page = new StringBuilder("<html xmlns=\"http://www.w3.org/1999/xhtml\">\n<!-- UID ")
                .append(profile.uid())
                .append(" -->\n<!-- P ")
                .append(profile.posts())
                .append(" -->\n<!-- L 0 -->\n<head><title>")
                .append(escaped(profile.name()))
                .append(
                        "</title></head>\n<body>\n<div id=\"head\">Menü & mehr</div>\n<div id=\"content\">\n<table>\n<tr>");
        appendRank(profile, page);
        page.append("</tr>\n");
        appendRow("Benutzername:", escaped(profile.name()), page);
        appendRow("Dabei seit:", profile.registeredAt().format(MINUTE) + " (vor langer Zeit)", page);
        appendRow(
                "Zuletzt im Board:",
                profile.lastSeenAt() == null
                        ? "<em>privat</em>"
                        : profile.lastSeenAt().format(MINUTE) + " (vor kurzem)" + profile.afterLastSeen(),
                page);
        appendRow("Status:", profile.online(), page);
        appendRow("Accountstatus:", profile.account(), page);
        return encoded(page.append("</table>\n</div>\n</body>\n</html>\n").toString());
    }

    private static void appendRank(Profile profile, StringBuilder page) {
        page.append("<td class=\"vam avatar\"><img src=\"http://forum.mods.de/bb/avatare/1.gif\" alt=\"\" />")
                .append("<span class=\"rang\">")
                .append(escaped(profile.rank()))
                .append("</span><br />\n");
        for (var bar : profile.rankBars()) {
            page.append("<img src=\"")
                    .append(profile.newerMarkup() ? "" : "http:")
                    .append("//forum.mods.de/bb/img/rank/")
                    .append(bar)
                    .append(".gif\" alt=\"*\" />");
        }
        page.append("</td>");
    }

    private static void appendRow(String key, String value, StringBuilder page) {
        page.append("<tr><td class=\"attrn\">")
                .append(key)
                .append("</td><td class=\"attrv\">")
                .append(value)
                .append("</td></tr>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Characters the encoding does not have become references. */
    private static ByteBuffer encoded(String page) {
        CharsetEncoder encoder = LATIN_9.newEncoder();
        var encodable = new StringBuilder(page.length());
        page.codePoints().forEach(codePoint -> {
            if (codePoint <= 0xFFFF && encoder.canEncode((char) codePoint)) {
                encodable.append((char) codePoint);
            } else {
                encodable.append("&#").append(codePoint).append(';');
            }
        });
        return ByteBuffer.wrap(encodable.toString().getBytes(LATIN_9));
    }
}
