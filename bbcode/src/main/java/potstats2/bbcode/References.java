package potstats2.bbcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects the posts that a content quotes, and its links. */
final class References extends BbcodeScanner {

    private static final int PID_DIGITS = 18;

    private final String content;
    private final List<Long> quotedPids = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    /** The element whose closing tag is awaited, and the text outside tags since it was opened. */
    private Link.@Nullable Type awaited;

    private final StringBuilder address = new StringBuilder();

    References(String content) {
        super(content);
        this.content = content;
    }

    PostContent read() {
        scan();
        return new PostContent(quotedPids, links);
    }

    @Override
    void text(int begin, int end) {
        if (awaited != null) {
            address.append(content, begin, end);
        }
    }

    @Override
    void quote(Tag tag) {
        var attribute = tag.attribute();
        if (attribute != null) {
            quotedPid(attribute).ifPresent(quotedPids::add);
        }
    }

    @Override
    void tag(Tag tag) {
        var attribute = tag.name().equals("url") ? tag.attribute() : null;
        if (attribute != null) {
            add(Link.Type.LINK, attribute);
            return;
        }
        var opened = openedBy(tag);
        if (opened != null) {
            awaited = opened;
            address.setLength(0);
        } else if (awaited != null && tag.name().equals(closing(awaited))) {
            add(awaited, address.toString());
            awaited = null;
        }
    }

    private void add(Link.Type type, String written) {
        Addresses.complete(written).ifPresent(url -> links.add(new Link(type, url)));
    }

    private static Link.@Nullable Type openedBy(Tag tag) {
        return switch (tag.name()) {
            case "url" -> tag.isBare() ? Link.Type.LINK : null;
            case "img" -> tag.isBare() ? Link.Type.IMAGE : null;
            case "video" -> tag.isBare() || opensPlayer(tag.text()) ? Link.Type.VIDEO : null;
            default -> null;
        };
    }

    private static boolean opensPlayer(String tag) {
        var lowerCase = Ascii.lowerCase(tag);
        return lowerCase.equals("video play") || lowerCase.equals("video autoplay");
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
        return second < 0 ? Optional.empty() : decimal(WhiteSpace.strip(attribute.substring(first + 1, second)));
    }

    private static Optional<Long> decimal(String digits) {
        if (digits.isEmpty() || !digits.chars().allMatch(c -> Ascii.isDigit((char) c))) {
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
