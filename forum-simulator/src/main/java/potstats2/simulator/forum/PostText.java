package potstats2.simulator.forum;

/** Writes a post's BBCode anew from the seed each time it is asked for. */
final class PostText {

    private static final int MOST_NESTED = 3;

    private static final String[] MALFORMED = {
        "[b]fett ohne Ende",
        "[/quote] zu früh",
        "[quote]nie geschlossen",
        "[quote=12,kaputt,\"niemand\"][b]so nicht[/b][/quote]",
        "[quote=1,100,\"[Höhlenmensch]\"]in Klammern[/quote]",
        "[quote=1,99999999999999999999,\"zu groß\"]…[/quote]",
        "[url=http://www.example.org/a[b]",
        "[url]http://www.example.org/offen",
        "[url] javascript:alert(1) [/url]",
        "[img]./img/smiley.gif[/img][/img]",
        "[img][url]http://bilder.example.org/x.png[/img][/url]",
        "[[b]doppelt[/b]]",
        "[",
        "]]> <![CDATA[ x",
        "[b][i][u][s][/b][/i][/u][/s]",
        "[code]for (int i = 0; i < n; i++) { a[i] = \"]\"; }[/code]"
    };

    private final ForumState forum;

    PostText(ForumState forum) {
        this.forum = forum;
    }

    /** The content as the forum serves it: what PHP considers false is served as nothing. */
    String content(int post) {
        String written = forum.writtenContents.get(post);
        if (written != null) {
            return written.equals("0") ? "" : written;
        }
        var text = new StringBuilder(320);
        int quoted = forum.posts.quoted(post);
        if (quoted == PostColumns.NO_POST) {
            // "" and "0"
            if (new Dice(forum.shape.seed(), Dice.Purpose.CONTENT, post).below(250) == 0) {
                return "";
            }
        } else {
            appendQuote(quoted, 1, text);
            text.append("\n\n");
        }
        appendBody(post, text);
        return text.toString();
    }

    private void appendQuote(int post, int depth, StringBuilder text) {
        text.append("[quote=")
                .append(forum.tid(forum.originalThread(post)))
                .append(',')
                .append(forum.pid(post))
                .append(",\"")
                .append(forum.user(post).nameAtPost(post))
                .append("\"][b]\n");
        int quoted = forum.posts.quoted(post);
        if (quoted != PostColumns.NO_POST && depth < MOST_NESTED) {
            appendQuote(quoted, depth + 1, text);
            text.append('\n');
        }
        GermanText.sentence(body(post), text);
        text.append("[/b][/quote]");
    }

    private Dice body(int post) {
        return new Dice(forum.shape.seed(), Dice.Purpose.BODY, post);
    }

    private void appendBody(int post, StringBuilder text) {
        var dice = body(post);
        GermanText.sentence(dice, text);
        int sentences = length(dice);
        for (int i = 0; i < sentences; i++) {
            text.append(dice.below(6) == 0 ? "\n\n" : dice.below(12) == 0 ? "\n" : " ");
            int kind = dice.below(120);
            if (kind < 8) {
                appendEmbedded(kind, dice, text);
            } else if (kind == 8) {
                text.append(dice.pick(MALFORMED));
            } else {
                GermanText.sentence(dice, text);
            }
        }
        if (dice.below(50) == 0) {
            text.append(" \n");
        }
    }

    /** Mostly a few sentences, now and then a wall of text. */
    private static int length(Dice dice) {
        double unit = dice.unit();
        return (int) (8 * unit * unit + (dice.below(60) == 0 ? 40 * unit : 0));
    }

    private static void appendEmbedded(int kind, Dice dice, StringBuilder text) {
        switch (kind) {
            case 0, 1 ->
                url(dice, text.append("[url="))
                        .append(']')
                        .append(GermanText.word(dice))
                        .append("[/url]");
            case 2, 3 -> url(dice, text.append("[URL]")).append("[/URL]");
            case 4, 5 -> url(dice, text.append("[img]")).append(".jpg[/img]");
            case 6 ->
                url(dice, text.append(dice.below(2) == 0 ? "[video]" : "[video play]"))
                        .append("[/video]");
            default -> {
                text.append("[b]");
                GermanText.sentence(dice, text);
                text.append("[/b]");
            }
        }
    }

    private static StringBuilder url(Dice dice, StringBuilder text) {
        return switch (dice.below(12)) {
            case 0 -> text.append("/bb/thread.php?TID=").append(dice.below(1000));
            case 1 -> text.append("./img/").append(dice.below(100));
            case 2 -> text.append(dice.pick(GermanText.HOSTS)).append("/ohne/schema");
            case 3 ->
                text.append("\"https://").append(dice.pick(GermanText.HOSTS)).append("/\"");
            default ->
                text.append(dice.below(2) == 0 ? "http://" : "https://")
                        .append(dice.pick(GermanText.HOSTS))
                        .append('/')
                        .append(dice.below(1000))
                        .append("?a=1&b=")
                        .append(dice.below(10));
        };
    }
}
