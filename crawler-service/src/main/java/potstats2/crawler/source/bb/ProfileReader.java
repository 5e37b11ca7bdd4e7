package potstats2.crawler.source.bb;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import potstats2.crawler.source.UnreadablePageException;
import potstats2.events.ProfileObserved;
import potstats2.events.ProfileObserved.AccountState;
import potstats2.events.Ranges;

/** Reads a user's profile page. */
public final class ProfileReader {

    private static final Pattern NOT_FOUND = Pattern.compile("Benutzer .* nicht gefunden!", Pattern.DOTALL);
    private static final Pattern UID = Pattern.compile("\\s*UID (\\d{1,18})\\s*");
    private static final Pattern DATE_AND_TIME =
            Pattern.compile("(\\d{2}\\.\\d{2}\\.\\d{4} \\d{2}:\\d{2})(.*)", Pattern.DOTALL);
    private static final Pattern LOCKED =
            Pattern.compile("gesperrt(?: bis (\\d{2}\\.\\d{2}\\.\\d{4}))?.*", Pattern.DOTALL);
    private static final Pattern RANK_IMAGE = Pattern.compile("(?:https?:)?//[^/]+/bb/img/rank/([^/]+)\\.gif");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final List<String> DECORATION = List.of("links", "rechts");

    private ProfileReader() {}

    /**
     * Reads a profile.
     *
     * @return empty where another user's name shadows the number: that profile cannot be reached
     * @throws UnreadablePageException if the body is no profile page
     */
    public static Optional<ProfileObserved> profile(byte[] body, long uid, Instant at) {
        var html = HtmlText.of(body);
        if (NOT_FOUND.matcher(html.strip()).matches()) {
            return Optional.of(
                    new ProfileObserved(uid, null, null, null, null, null, null, null, List.of(), false, false, at));
        }
        HtmlText.requireEnd(html);
        var document = Jsoup.parse(html);
        return shownUid(document) == uid ? Optional.of(read(document, uid, at)) : Optional.empty();
    }

    private static long shownUid(Document document) {
        return document.stream()
                .flatMap(element -> element.childNodes().stream())
                .filter(Comment.class::isInstance)
                .map(comment -> UID.matcher(((Comment) comment).getData()))
                .filter(java.util.regex.Matcher::matches)
                .map(matcher -> Long.parseLong(matcher.group(1)))
                .findFirst()
                .orElseThrow(() -> new OtherPageException("no profile page"));
    }

    private static ProfileObserved read(Document document, long uid, Instant at) {
        var rows = rows(document);
        var lastSeen = DATE_AND_TIME.matcher(rows.getOrDefault("Zuletzt im Board:", ""));
        var account = rows.get("Accountstatus:");
        var images = document.select("td.vam.avatar img").stream()
                .filter(image -> image.attr("alt").equals("*"))
                .map(image -> RANK_IMAGE.matcher(image.attr("src")))
                .filter(java.util.regex.Matcher::matches)
                .map(image -> image.group(1))
                .toList();
        var rank = document.selectFirst("span.rang");
        return new ProfileObserved(
                uid,
                rows.get("Benutzername:"),
                time(rows.getOrDefault("Dabei seit:", "")),
                lastSeen.matches() ? time(lastSeen.group()) : null,
                online(rows, lastSeen.matches() ? lastSeen.group(2) : rows.get("Zuletzt im Board:")),
                account == null ? null : accountState(account),
                account == null ? null : lockedUntil(account),
                rank == null ? null : rank.text(),
                images.stream().filter(colour -> !DECORATION.contains(colour)).toList(),
                images.size() == 9 || images.size() == 11,
                true,
                at);
    }

    private static Map<String, String> rows(Document document) {
        var rows = new HashMap<String, String>();
        for (var key : document.select("#content .attrn")) {
            var value = key.nextElementSibling();
            if (value != null && value.hasClass("attrv")) {
                rows.putIfAbsent(WhiteSpace.strip(key.text()), WhiteSpace.strip(value.text()));
            }
        }
        return rows;
    }

    private static @Nullable String online(Map<String, String> rows, @Nullable String behindLastSeen) {
        var status = rows.get("Status:");
        var text = status == null || status.isBlank() ? behindLastSeen : status;
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static AccountState accountState(String account) {
        if (account.equals("aktiv")) {
            return AccountState.ACTIVE;
        }
        if (account.equals("noch nicht freigeschaltet")) {
            return AccountState.NOT_YET_ACTIVATED;
        }
        return LOCKED.matcher(account).matches() ? AccountState.LOCKED : AccountState.UNKNOWN;
    }

    private static @Nullable LocalDate lockedUntil(String account) {
        var locked = LOCKED.matcher(account);
        try {
            var day = locked.matches() && locked.group(1) != null ? LocalDate.parse(locked.group(1), DATE) : null;
            return day == null || Ranges.isDay(day) ? day : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDateTime time(String text) {
        var time = DATE_AND_TIME.matcher(text);
        try {
            var shown = time.matches() ? LocalDateTime.parse(time.group(1), TIME) : null;
            return shown == null || Ranges.isDay(shown.toLocalDate()) ? shown : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
