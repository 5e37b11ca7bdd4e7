package potstats2.bbcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every content; one for which it does not is reported as small as it can be made. */
class PostContentPropertyTests {
    private static final String[] TOKENS = {
        "[",
        "]",
        "[/",
        "=",
        ",",
        "\"",
        "'",
        " ",
        "\n",
        "\0",
        "\u00A0",
        "\u200B",
        "quote",
        "QUOTE",
        "url",
        "img",
        "video play",
        "b",
        "[quote=1,2,\"a\"]",
        "[quote]",
        "[/quote]",
        "[url=",
        "[url]",
        "[/url]",
        "[img]",
        "[/img]",
        "http://",
        "//",
        "/",
        "./",
        "a.example",
        "@",
        ":80",
        "?x#y",
        "0",
        "99999999999999999999",
        "ß",
        "\uD83D\uDE00",
        "\uD83D"
    };

    /** A part of a content whose meaning is known as it is put there. */
    private enum Part {
        NAMED_QUOTE,
        BARE_QUOTE,
        END_OF_QUOTE,
        LINK,
        IMAGE,
        VIDEO,
        TEXT,
        STRAY_BRACKET,
        OTHER_TAG,
        UNFINISHED_TAG
    }

    private record Piece(Part part, int number) {}

    @Property
    void whatWasPutTogetherIsReadBack(@ForAll("pieces") List<Piece> pieces) {
        var made = new Made();
        pieces.forEach(made::add);

        var content = made.content.toString();
        assertThat(PostContent.read(content)).isEqualTo(new PostContent(made.quotedPids, made.links));
        assertThat(PostContent.ownText(content).replace("\n", "")).isEqualTo(made.ownText.toString());
    }

    @Provide
    Arbitrary<List<Piece>> pieces() {
        return Combinators.combine(
                        Arbitraries.of(Part.class), Arbitraries.integers().between(0, 9))
                .as(Piece::new)
                .list()
                .ofMaxSize(40);
    }

    @Property
    void anythingCanBeRead(@ForAll("contents") String content) {
        var read = PostContent.read(content);

        assertThat(read.quotedPids()).allMatch(pid -> pid >= 0);
        assertThat(read.links())
                .allMatch(link -> link.url().contains("://"))
                .allMatch(link -> link.url().codePointCount(0, link.url().length()) <= 300)
                .noneMatch(link -> WhiteSpace.strip(link.domain()).isEmpty())
                .noneMatch(link -> link.domain().startsWith(":"))
                .allMatch(link -> !link.domain().matches("(?s).*[/?#@].*"));
        assertThat(PostContent.ownText(content).length()).isLessThanOrEqualTo(content.length());
    }

    /** An address is read as long ones are: near the place where it is cut, too. */
    @Property
    void aLinkHasAHost(@ForAll("addresses") String address, @ForAll @IntRange(max = 310) int longer) {
        for (var written : List.of(address, "http://" + "a".repeat(longer) + address)) {
            Addresses.complete(written)
                    .map(url -> new Link(Link.Type.LINK, url))
                    .ifPresent(link -> assertThat(link.domain()).isNotBlank().doesNotStartWith(":"));
        }
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.of(
                        "http:",
                        "//",
                        "/",
                        ":",
                        "@",
                        "?",
                        "#",
                        ".",
                        "a",
                        "80",
                        "\"",
                        "'",
                        " ",
                        "\u00A0",
                        "\uD83D\uDE00")
                .list()
                .ofMaxSize(12)
                .map(tokens -> String.join("", tokens));
    }

    @Provide
    Arbitrary<String> contents() {
        return Arbitraries.of(TOKENS).list().ofMaxSize(60).map(tokens -> String.join("", tokens));
    }

    /** A parser that looks ahead from every bracket, or calls itself for every tag, does not come to the end of this. */
    @Property(tries = 50)
    void aMegabyteOfAnythingIsReadInNoTime(@ForAll("repeated") String repeated) {
        var content = repeated.repeat(1_000_000 / repeated.length());

        assertTimeout(Duration.ofSeconds(20), () -> PostContent.read(content));
        assertTimeout(Duration.ofSeconds(20), () -> PostContent.ownText(content));
    }

    @Provide
    Arbitrary<String> repeated() {
        return Arbitraries.of(TOKENS).list().ofMinSize(1).ofMaxSize(6).map(tokens -> String.join("", tokens));
    }

    private static final class Made {
        private final StringBuilder content = new StringBuilder();
        private final List<Long> quotedPids = new ArrayList<>();
        private final List<Link> links = new ArrayList<>();
        private final StringBuilder ownText = new StringBuilder();
        private final ArrayDeque<Part> openQuotes = new ArrayDeque<>();

        void add(Piece piece) {
            var url = "http://d" + piece.number + ".example/x";
            switch (piece.part) {
                case NAMED_QUOTE -> {
                    if (openQuotes.isEmpty()) {
                        quotedPids.add((long) piece.number);
                    }
                    openQuotes.push(piece.part);
                    content.append(piece.number % 2 == 0 ? "[quote=7," : "[Quote=7,")
                            .append(piece.number)
                            .append(",\"a[b],\"]");
                }
                case BARE_QUOTE -> {
                    openQuotes.push(piece.part);
                    content.append("[quote]");
                }
                case END_OF_QUOTE -> {
                    openQuotes.poll();
                    content.append("[/quote]");
                }
                case LINK -> {
                    found(Link.Type.LINK, url);
                    content.append("[url=").append(url).append("]text[/url]");
                    written("text");
                }
                case IMAGE -> {
                    found(Link.Type.IMAGE, url);
                    content.append("[img][i]").append(url).append("[/i][/IMG]");
                    written(url);
                }
                case VIDEO -> {
                    found(Link.Type.VIDEO, url);
                    content.append("[video play]").append(url).append("[/video]");
                    written(url);
                }
                case TEXT -> {
                    content.append("text\n");
                    written("text");
                }
                case STRAY_BRACKET -> {
                    content.append("]\"");
                    written("]\"");
                }
                case OTHER_TAG -> content.append("[b]");
                case UNFINISHED_TAG -> content.append("[unfinished [b]");
            }
        }

        private void written(String text) {
            if (openQuotes.isEmpty()) {
                ownText.append(text);
            }
        }

        private void found(Link.Type type, String url) {
            if (openQuotes.isEmpty()) {
                links.add(new Link(type, url));
            }
        }
    }
}
