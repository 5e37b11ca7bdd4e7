package potstats2.simulator.pages;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import potstats2.simulator.forum.Access;
import potstats2.simulator.forum.BoardPage;
import potstats2.simulator.forum.Dice;
import potstats2.simulator.forum.ForumShape;
import potstats2.simulator.forum.Oddity;
import potstats2.simulator.forum.SimulatedBoard;
import potstats2.simulator.forum.SimulatedPost;
import potstats2.simulator.forum.SimulatedThread;
import potstats2.simulator.forum.ThreadPage;

/** Writes the forum's XML documents. */
public final class XmlPages {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"utf-8\" ?>\n";
    private static final String SCHEMA = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            + " xsi:noNamespaceSchemaLocation=\"http://forum.mods.de/bb/forum.xsd\" current-user-id=\"0\"";

    /** NUL, other control characters and a noncharacter: all of them forbidden in XML 1.0. */
    private static final char[] FORBIDDEN = {'\0', '\0', '\u0001', '\u0008', '\u000B', '\u001F', '\uFFFE'};

    /** Until a year that no date of this kind should have. */
    private static final int ABSURD_DAYS = 300_000_000;

    private final long seed;
    private final boolean missingElements;
    private final boolean extraElements;
    private final boolean controlCharacters;
    private final boolean wrongLastPosts;
    private final boolean whiteSpace;
    private final boolean entities;
    private final boolean absurdValues;

    public XmlPages(ForumShape shape) {
        this(shape.seed(), shape.oddities());
    }

    private XmlPages(long seed, Set<Oddity> oddities) {
        this.seed = seed;
        missingElements = oddities.contains(Oddity.MISSING_ELEMENTS);
        extraElements = oddities.contains(Oddity.EXTRA_ELEMENTS);
        controlCharacters = oddities.contains(Oddity.CONTROL_CHARACTERS);
        wrongLastPosts = oddities.contains(Oddity.WRONG_LAST_POSTS);
        whiteSpace = oddities.contains(Oddity.WHITE_SPACE);
        entities = oddities.contains(Oddity.HTML_ENTITIES);
        absurdValues = oddities.contains(Oddity.ABSURD_VALUES);
    }

    /** The list of categories and boards; categories in the order of their busiest board. */
    public ByteBuffer boards(List<SimulatedBoard> boards) {
        var categories =
                boards.stream().map(SimulatedBoard::category).distinct().toList();
        var out = new PageBuffer(16_384)
                .append(DECLARATION)
                .append("<categories")
                .append(SCHEMA)
                .append(" count=\"")
                .append(categories.size())
                .append("\">\n");
        for (var category : categories) {
            var inside = boards.stream()
                    .filter(board -> board.category().equals(category))
                    .toList();
            out.append("<category id=\"").append(category.cid()).append("\">\n<name>");
            appendText(category.name(), out).append("</name>\n<description>");
            appendText(category.description(), out)
                    .append("</description>\n<boards count=\"")
                    .append(inside.size())
                    .append("\">\n");
            inside.forEach(board -> appendListed(board, out));
            out.append("</boards>\n</category>\n");
        }
        return out.append("</categories>\n").finished();
    }

    private void appendListed(SimulatedBoard board, PageBuffer out) {
        out.append("<board id=\"").append(board.bid()).append("\">\n");
        appendHead(board, out);
        if (board.lastPost() != null) {
            appendMark("lastpost", board.lastPost(), true, out);
        }
        out.append("<moderators>");
        for (var moderator : board.moderators()) {
            out.append("<user id=\"").append(moderator.uid()).append("\">").cdata(moderator.name());
            out.append("</user>");
        }
        out.append("</moderators>\n</board>\n");
    }

    private void appendHead(SimulatedBoard board, PageBuffer out) {
        out.append("<name>");
        appendText(board.name(), out).append("</name>\n<description>");
        appendText(board.description(), out).append("</description>\n<number-of-threads value='");
        out.append(board.threads()).append("' />\n<number-of-replies value='").append(board.replies());
        out.append("' />\n<in-category id=\"").append(board.category().cid()).append("\" />\n");
    }

    /** A page of a board's thread list, or why there is none. */
    public ByteBuffer board(@Nullable BoardPage page, boolean withStickies, boolean withGlobals) {
        if (page == null) {
            return answer("<invalid-board/>");
        } else if (page.board().access() != Access.READABLE) {
            return answer("<no-access/>");
        }
        var out = new PageBuffer(49_152).append(DECLARATION).append("<board").append(SCHEMA);
        out.append(" id=\"").append(page.board().bid()).append("\">\n");
        appendHead(page.board(), out);
        if (extraElements) {
            out.append("<token-newthread value=\"\"/>\n");
        }
        out.append("<threads with-stickies=\"").append(withStickies ? '1' : '0');
        out.append("\" with-globals=\"").append(withGlobals ? '1' : '0');
        out.append("\" page=\"").append(page.page()).append("\" offset=\"").append(page.offset());
        out.append("\" count=\"").append(page.threads().size()).append("\">\n");
        for (var thread : page.threads()) {
            out.append("<thread id=\"").append(thread.tid()).append("\">\n");
            appendHead(thread, out);
            if (thread.lastPost() != null) {
                boolean wrong = wrongLastPosts && thread.tid() % 7 == 3;
                appendMark("lastpost", wrong ? moved(thread.lastPost(), 1) : thread.lastPost(), false, out);
            }
            out.append("</thread>\n");
        }
        return out.append("</threads>\n</board>\n").finished();
    }

    private static SimulatedThread.Mark moved(SimulatedThread.Mark mark, int days) {
        var at = mark.postedAt().plus(days, ChronoUnit.DAYS);
        return new SimulatedThread.Mark(
                mark.pid(),
                mark.uid(),
                mark.name(),
                mark.groupId(),
                at,
                mark.iconId(),
                mark.tid(),
                mark.title(),
                mark.bid());
    }

    /** A name or a title: white space around it means nothing. */
    private PageBuffer appendText(String text, PageBuffer out) {
        if (!whiteSpace) {
            return out.cdata(text);
        }
        return text.length() % 2 == 0
                ? out.append("\n").cdata(text).append("\n    ")
                : out.cdata("\n\t" + text + " \n");
    }

    private void appendTitle(String title, PageBuffer out) {
        if (!entities) {
            appendText(title, out);
            return;
        }
        out.append(title.replace("&", "&amp;")
                .replace("&amp; ", "& ")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("ä", "&auml;")
                .replace("ß", "&szlig;"));
    }

    private void appendHead(SimulatedThread thread, PageBuffer out) {
        var dice = new Dice(seed, Dice.Purpose.MARKUP, thread.tid());
        out.append("<title>");
        appendTitle(thread.title(), out);
        out.append("</title>\n<subtitle>");
        if (!thread.subtitle().isEmpty()) {
            appendTitle(thread.subtitle(), out);
        }
        out.append("</subtitle>\n<number-of-replies value='").append(thread.replies());
        out.append("' />\n<number-of-hits value='").append(thread.hits());
        out.append("' />\n<number-of-pages value='").append(thread.pages()).append("' />\n");
        boolean flagged = thread.closed() || thread.sticky() || thread.global();
        if (flagged || !missingElements || dice.below(8) != 0) {
            appendFlags(thread, out);
        }
        out.append("<in-board id=\"").append(thread.bid()).append("\" />\n");
        if (extraElements && dice.below(2) == 0) {
            out.append("<token-newreply value=\"x\"/>\n<poll votes=\"3\"><option>ja</option></poll>\n");
        }
        if (!missingElements || dice.below(8) != 0) {
            var first = thread.firstPost();
            appendMark("firstpost", absurdValues ? moved(first, ABSURD_DAYS) : first, false, out);
        }
    }

    private void appendFlags(SimulatedThread thread, PageBuffer out) {
        out.append("<flags>");
        appendFlag("is-closed", thread.closed(), out);
        appendFlag("is-sticky", thread.sticky(), out);
        appendFlag("is-important", thread.important(), out);
        appendFlag("is-announcement", thread.announcement(), out);
        appendFlag("is-global", thread.global(), out);
        if (extraElements) {
            appendFlag("is-hidden", false, out);
            appendFlag("can-close", false, out);
            appendFlag("can-hide", false, out);
            appendFlag("can-sticky", false, out);
            appendFlag("can-hide-posts", false, out);
        }
        out.append("</flags>\n");
    }

    private static void appendFlag(String name, boolean value, PageBuffer out) {
        out.append('<')
                .append(name)
                .append(" value=\"")
                .append(value ? '1' : '0')
                .append("\"/>");
    }

    private static void appendMark(String name, SimulatedThread.Mark mark, boolean titled, PageBuffer out) {
        out.append('<')
                .append(name)
                .append("><post>\n<user id=\"")
                .append(mark.uid())
                .append("\">");
        out.cdata(mark.name()).append("</user>\n");
        appendDate(mark.postedAt(), out);
        if (mark.iconId() != null) {
            out.append("<icon id=\"").append(mark.iconId()).append("\"><![CDATA[./img/icons/icon");
            out.append(mark.iconId() - 29).append(".gif]]></icon>\n");
        }
        out.append("<in-thread id=\"").append(mark.tid());
        if (titled) {
            out.append("\">").cdata(mark.title()).append("</in-thread>\n");
        } else {
            out.append("\" />\n");
        }
        out.append("<in-board id=\"")
                .append(mark.bid())
                .append("\" />\n</post></")
                .append(name)
                .append(">\n");
    }

    private static void appendDate(Instant at, PageBuffer out) {
        out.append("<date timestamp=\"").append(at.getEpochSecond()).append("\">");
        BerlinTime.append(at.getEpochSecond(), out);
        out.append("</date>\n");
    }

    /** A page of a thread, or why there is none. */
    public ByteBuffer thread(@Nullable ThreadPage page) {
        if (page == null) {
            return answer("<invalid-thread/>");
        }
        return switch (page.thread().access()) {
            case READABLE -> readableThread(page);
            case GONE -> answer("<invalid-thread/>");
            case HIDDEN -> answer("<thread-hidden/>");
            case MEMBERS_ONLY -> answer("<not-logged-in/>");
            case NO_ACCESS -> answer("<no-access/>");
        };
    }

    private ByteBuffer readableThread(ThreadPage page) {
        var thread = page.thread();
        var out = new PageBuffer(65_536).append(DECLARATION).append("<thread").append(SCHEMA);
        out.append(" id=\"").append(thread.tid()).append("\">\n");
        appendHead(thread, out);
        if (wrongLastPosts && thread.lastPost() != null) {
            appendMark("lastpost", moved(thread.lastPost(), (int) (thread.tid() % 3) - 1), false, out);
        }
        out.append("<posts page=\"").append(page.page()).append("\" offset=\"").append(page.offset());
        out.append("\" count=\"").append(page.posts().size()).append("\">\n");
        for (var post : page.posts()) {
            appendPost(post, thread.title(), out);
        }
        return out.append("</posts>\n</thread>\n").finished();
    }

    private void appendPost(SimulatedPost post, String threadTitle, PageBuffer out) {
        var dice = new Dice(seed, Dice.Purpose.MARKUP, post.pid());
        out.append("<post id=\"").append(post.pid());
        if (post.hidden()) {
            out.append("\" is-hidden=\"texthidden");
        }
        if (extraElements && dice.below(5) == 0) {
            out.append("\" edit-token=\"0");
        }
        out.append("\">\n");
        appendPoster(post, leftOut(dice), out);
        appendDate(post.postedAt(), out);
        if (post.iconId() != null) {
            out.append("<icon id=\"").append(post.iconId()).append("\" />\n");
        }
        if (extraElements && dice.below(9) == 0) {
            out.append("<reactions count=\"")
                    .append(absurdValues ? "-1" : "1")
                    .append("\"><reaction kind=\"nett\"><![CDATA[<3]]></reaction></reactions>\n");
        }
        appendMessage(post, dice, out);
        if (post.avatar() != null) {
            out.append("<avatar");
            if (!leftOut(dice)) {
                out.append(" id=\"").append(post.avatar().avid()).append('"');
            }
            out.append('>').cdata(post.avatar().path()).append("</avatar>\n");
        }
        if (!leftOut(dice)) {
            out.append("<in-thread id=\"").append(post.tid()).append("\">").cdata(threadTitle);
            out.append("</in-thread>\n<in-board id=\"").append(post.bid()).append("\" />\n");
        }
        out.append("</post>\n");
    }

    private void appendPoster(SimulatedPost post, boolean withoutGroup, PageBuffer out) {
        if (post.uid() == 0 && post.pid() % 2 == 0) {
            out.append("<user>");
        } else {
            out.append("<user id=\"").append(post.uid());
            if (!withoutGroup) {
                out.append("\" group-id=\"").append(post.groupId());
            }
            out.append("\">");
        }
        appendText(post.name(), out).append("</user>\n");
    }

    private boolean leftOut(Dice dice) {
        return dice.below(7) == 0 && missingElements;
    }

    private void appendMessage(SimulatedPost post, Dice dice, PageBuffer out) {
        out.append("<message>\n<edited count=\"").append(post.editCount()).append("\">");
        if (post.lastEdit() != null) {
            out.append("\n<lastedit>\n<user id=\"").append(post.lastEdit().uid());
            if (dice.below(2) == 0) {
                out.append("\" group-id=\"").append(post.lastEdit().groupId());
            }
            out.append("\">").cdata(post.lastEdit().name()).append("</user>\n");
            appendDate(post.lastEdit().editedAt(), out);
            out.append("</lastedit>\n");
        }
        out.append("</edited>\n");
        if (post.hidden() && leftOut(dice)) {
            out.append("</message>\n");
            return;
        }
        if (post.content().isEmpty()) {
            out.append("<content/>\n");
        } else {
            appendContent(post.content(), dice, out);
        }
        out.append("<title>");
        if (!post.title().isEmpty()) {
            out.cdata(post.title());
        }
        out.append("</title>\n</message>\n");
    }

    private void appendContent(String content, Dice dice, PageBuffer out) {
        // Never where dropping the character would make the end of a section.
        if (controlCharacters && dice.below(40) == 0 && !content.contains("]]>")) {
            int at = content.offsetByCodePoints(0, dice.below(content.codePointCount(0, content.length()) + 1));
            char forbidden = FORBIDDEN[dice.below(FORBIDDEN.length)];
            out.append("<content>").cdata(content.substring(0, at) + forbidden + content.substring(at));
        } else {
            out.append("<content>").cdata(content);
        }
        out.append("</content>\n");
    }

    private static ByteBuffer answer(String whole) {
        return new PageBuffer(128).append(DECLARATION).append(whole).finished();
    }
}
