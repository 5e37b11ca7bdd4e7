package potstats2.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads BBCode by first cutting it into tags and texts and then looking at the pieces: slow, and easy to check. */
final class BbCodeOracle {
    private static final Set<String> BARE = Set.of("url", "img", "video", "video play", "video autoplay");
    private static final Pattern NAME_END = Pattern.compile("[=\\p{IsWhite_Space}]");
    private static final Pattern ASCII_CAPITAL = Pattern.compile("[A-Z]");
    private static final Pattern BLANKS_AROUND =
            Pattern.compile("^[\\p{IsWhite_Space}\\u200B\\uFEFF]+|[\\p{IsWhite_Space}\\u200B\\uFEFF]+\\z");

    private BbCodeOracle() {}

    /**
     * What a content names.
     *
     * @param quotes PIDs, each as often as it is quoted
     */
    record Content(List<Long> quotes, List<Reference> links) {}

    record Reference(String type, String domain) {}

    private record Piece(boolean tag, String text) {}

    static Content read(String content) {
        var quotes = new ArrayList<Long>();
        var links = new ArrayList<Reference>();
        var depth = 0;
        @Nullable String opened = null;
        var text = new StringBuilder();
        for (var piece : pieces(content)) {
            if (!piece.tag()) {
                if (opened != null) {
                    text.append(piece.text());
                }
                continue;
            }
            var tag = piece.text();
            var name = name(tag);
            if (name.equals("quote")) {
                if (depth == 0) {
                    var pid = quotedPid(tag);
                    if (pid != null) {
                        quotes.add(pid);
                    }
                }
                depth++;
            } else if (name.equals("/quote")) {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0) {
                var lower = asciiLowerCase(tag);
                if (lower.startsWith("url=")) {
                    add(links, "link", tag.substring(4));
                } else if (BARE.contains(lower)) {
                    opened = lower.startsWith("video") ? "video" : lower;
                    text.setLength(0);
                } else if (opened != null && name.equals("/" + opened)) {
                    add(links, type(opened), text.toString());
                    opened = null;
                }
            }
        }
        return new Content(quotes, links);
    }

    private static List<Piece> pieces(String content) {
        var pieces = new ArrayList<Piece>();
        var current = new StringBuilder();
        var inTag = false;
        var quoted = false;
        for (var i = 0; i < content.length(); i++) {
            var c = content.charAt(i);
            if (inTag && c == '"') {
                quoted = !quoted;
                current.append(c);
            } else if (c == '[' && !quoted) {
                if (!inTag) {
                    pieces.add(new Piece(false, current.toString()));
                }
                current.setLength(0);
                inTag = true;
            } else if (c == ']' && inTag && !quoted) {
                pieces.add(new Piece(true, current.toString()));
                current.setLength(0);
                inTag = false;
            } else {
                current.append(c);
            }
        }
        if (!inTag) {
            pieces.add(new Piece(false, current.toString()));
        }
        return pieces;
    }

    private static String name(String tag) {
        return asciiLowerCase(NAME_END.split(tag, 2)[0]);
    }

    private static @Nullable Long quotedPid(String tag) {
        if (!asciiLowerCase(tag).startsWith("quote=")) {
            return null;
        }
        var parts = tag.substring("quote=".length()).split(",", 3);
        if (parts.length < 3 || parts[1].isEmpty() || !parts[1].chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        try {
            return Long.valueOf(parts[1]);
        } catch (NumberFormatException tooLarge) {
            return null;
        }
    }

    private static String type(String opened) {
        return switch (opened) {
            case "url" -> "link";
            case "img" -> "image";
            default -> "video";
        };
    }

    private static void add(List<Reference> links, String type, String raw) {
        var url = BLANKS_AROUND.matcher(raw).replaceAll("");
        if (url.matches("(?s)([\"']).*\\1")) {
            url = BLANKS_AROUND.matcher(url.substring(1, url.length() - 1)).replaceAll("");
        }
        if (url.isEmpty() || asciiLowerCase(url).matches("(?s)(data|mailto|javascript):.*")) {
            return;
        }
        if (url.startsWith("//")) {
            url = "http:" + url;
        } else if (url.startsWith("/")) {
            url = "http://forum.mods.de" + url;
        } else if (url.startsWith("./")) {
            url = "http://forum.mods.de/bb/" + url.substring(2);
        } else if (!url.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*://.*")) {
            url = "http://" + url;
        }
        var domain = domain(url);
        var cut =
                domain(url.substring(0, url.offsetByCodePoints(0, Math.min(300, url.codePointCount(0, url.length())))));
        if (hasHost(domain) && hasHost(cut)) {
            links.add(new Reference(type, cut));
        }
    }

    private static String domain(String url) {
        var authority = url.substring(url.indexOf("//") + 2).split("[/?#]", 2)[0];
        return authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean hasHost(String domain) {
        var host = BLANKS_AROUND.matcher(domain).replaceAll("");
        return !host.isEmpty() && !host.startsWith(":");
    }

    private static String asciiLowerCase(String text) {
        return ASCII_CAPITAL.matcher(text).replaceAll(letter -> letter.group().toLowerCase(Locale.ROOT));
    }
}
