package potstats2.bbcode;

/**
 * Cuts a content into text and tags from left to right and keeps the level of quotes. Each character is looked at once, and
 * copied at most once as part of a tag, so hostile content costs no more than its length.
 */
abstract class BbcodeScanner {

    private final String content;
    private int quoteLevel;

    BbcodeScanner(String content) {
        this.content = content;
    }

    final void scan() {
        var textBegin = 0;
        for (var i = content.indexOf('['); i >= 0; i = content.indexOf('[', textBegin)) {
            text(textBegin, i);
            var tagEnd = readTag(i);
            if (tagEnd < 0) {
                return;
            }
            textBegin = tagEnd + 1;
        }
        text(textBegin, content.length());
    }

    /** Text outside tags, at any level of quotes. */
    abstract void text(int begin, int end);

    /** The beginning of a quote at level 0. */
    abstract void quote(Tag tag);

    /** Any other tag at level 0. */
    abstract void tag(Tag tag);

    final boolean quoted() {
        return quoteLevel > 0;
    }

    /** The position of the bracket that closes the tag which another one opens; -1 where there is none. */
    private int readTag(int bracket) {
        var begin = bracket + 1;
        var inAttribute = false;
        for (var i = begin; i < content.length(); i++) {
            var c = content.charAt(i);
            if (c == '"') {
                inAttribute = !inAttribute;
            } else if (c == '[' && !inAttribute) {
                begin = i + 1;
            } else if (c == ']' && !inAttribute) {
                found(Tag.of(content.substring(begin, i)));
                return i;
            }
        }
        return -1;
    }

    private void found(Tag tag) {
        if (tag.name().equals("/quote")) {
            quoteLevel = Math.max(0, quoteLevel - 1);
            return;
        }
        var opensQuote = tag.name().equals("quote");
        if (quoteLevel == 0) {
            if (opensQuote) {
                quote(tag);
            } else {
                tag(tag);
            }
        }
        if (opensQuote) {
            quoteLevel++;
        }
    }
}
