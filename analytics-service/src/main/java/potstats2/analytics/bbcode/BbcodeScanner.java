package potstats2.analytics.bbcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state machine that reads one content from left to right. Each character is looked at once, and copied at most once
 * as part of a tag and once as part of an address, so hostile content costs no more than its length.
 */
final class BbcodeScanner {

    private static final int PID_DIGITS = 18;

    private final String content;
    private final List<Long> quotedPids = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    private int quoteDepth;
    /** The element whose closing tag is awaited, and the text outside tags since it was opened. */
    private Link.@Nullable Type awaited;

    private final StringBuilder address = new StringBuilder();

    BbcodeScanner(String content) {
        this.content = content;
    }

    List<Long> quotedPids() {
        return quotedPids;
    }

    List<Link> links() {
        return links;
    }

    void scan() {
        var textBegin = 0;
        var tagBegin = -1;
        var inAttribute = false;
        for (var i = 0; i < content.length(); i++) {
            var c = content.charAt(i);
            if (c == '"' && tagBegin >= 0) {
                inAttribute = !inAttribute;
            } else if (c == '[' && !inAttribute) {
                if (tagBegin < 0) {
                    text(textBegin, i);
                }
                tagBegin = i + 1;
            } else if (c == ']' && !inAttribute && tagBegin >= 0) {
                tag(content.substring(tagBegin, i));
                tagBegin = -1;
                textBegin = i + 1;
            }
        }
    }

    private void text(int begin, int end) {
        if (awaited != null) {
            address.append(content, begin, end);
        }
    }

    private void tag(String tag) {
        var name = nameOf(tag);
        if (name.equalsIgnoreCase("quote")) {
            if (quoteDepth == 0 && tag.startsWith("=", name.length())) {
                quotedPid(tag.substring(name.length() + 1)).ifPresent(quotedPids::add);
            }
            quoteDepth++;
        } else if (name.equalsIgnoreCase("/quote")) {
            quoteDepth = Math.max(0, quoteDepth - 1);
        } else if (quoteDepth == 0) {
            element(tag, name);
        }
    }

    private void element(String tag, String name) {
        if (name.equalsIgnoreCase("url") && tag.startsWith("=", name.length())) {
            add(Link.Type.LINK, tag.substring(name.length() + 1));
            return;
        }
        var opened = openedBy(tag);
        if (opened != null) {
            awaited = opened;
            address.setLength(0);
        } else if (awaited != null && name.equalsIgnoreCase(closing(awaited))) {
            add(awaited, address.toString());
            awaited = null;
        }
    }

    private void add(Link.Type type, String written) {
        Addresses.complete(written).ifPresent(url -> links.add(new Link(type, url)));
    }

    /** What stands before the first {@code =} or white space. */
    private static String nameOf(String tag) {
        var end = 0;
        while (end < tag.length() && tag.charAt(end) != '=' && !Character.isWhitespace(tag.charAt(end))) {
            end++;
        }
        return tag.substring(0, end);
    }

    private static Link.@Nullable Type openedBy(String tag) {
        for (var opening : List.of("video", "video play", "video autoplay")) {
            if (tag.equalsIgnoreCase(opening)) {
                return Link.Type.VIDEO;
            }
        }
        if (tag.equalsIgnoreCase("img")) {
            return Link.Type.IMAGE;
        }
        return tag.equalsIgnoreCase("url") ? Link.Type.LINK : null;
    }

    private static String closing(Link.Type type) {
        return switch (type) {
            case LINK -> "/url";
            case IMAGE -> "/img";
            case VIDEO -> "/video";
        };
    }

    /** The second of at least three parts: {@code tid,pid,name}. */
    private static Optional<Long> quotedPid(String attribute) {
        var first = attribute.indexOf(',');
        var second = first < 0 ? -1 : attribute.indexOf(',', first + 1);
        return second < 0
                ? Optional.empty()
                : decimal(attribute.substring(first + 1, second).strip());
    }

    private static Optional<Long> decimal(String digits) {
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        var begin = 0;
        while (begin < digits.length() - 1 && digits.charAt(begin) == '0') {
            begin++;
        }
        return digits.length() - begin > PID_DIGITS
                ? Optional.empty()
                : Optional.of(Long.parseLong(digits.substring(begin)));
    }
}
