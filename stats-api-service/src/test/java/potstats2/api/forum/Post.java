package potstats2.api.forum;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** A post of a generated forum: when it was written in the forum's time zone, and what it says by its meaning. */
record Post(
        long pid,
        long tid,
        long bid,
        long uid,
        LocalDateTime at,
        int edits,
        String words,
        List<Long> quotes,
        List<Link> links) {

    /** A link, image or video; {@code type} is one of the words of the API. */
    record Link(String type, String domain) {

        private String bbcode() {
            return switch (type) {
                case "link" -> "[url=http://%s/x]y[/url]".formatted(domain);
                case "image" -> "[img]http://%s/z.png[/img]".formatted(domain);
                default -> "[video]http://%s?v=1[/video]".formatted(domain);
            };
        }
    }

    int year() {
        return at.getYear();
    }

    LocalDate day() {
        return at.toLocalDate();
    }

    boolean in(int year, long bid) {
        return (year == 0 || year == year()) && (bid == 0 || bid == this.bid);
    }

    String content() {
        return quotes.stream()
                        .map("[quote=1,%s,\"[x]\"][b]so[/b][/quote]"::formatted)
                        .collect(Collectors.joining())
                + words
                + links.stream().map(Link::bbcode).collect(Collectors.joining(" "));
    }

    /** In Unicode code points. */
    int length() {
        return content().codePointCount(0, content().length());
    }
}
