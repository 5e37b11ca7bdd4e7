package potstats2.bbcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostContentTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[quote=1,100,\"Name\"]x[/quote]|100",
                "[QUOTE=1,100,\"Name\"]x[/QuOtE]|100",
                "[quote=1,100,\"[Höhlenmensch]\"]x[/quote][quote=1,101,a]|100,101",
                "[quote=1,100,\"a]b\"][quote=1,7,b][/quote][/quote]|100",
                "[quote=1,100,a][quote=1,101,b]x[/quote][/quote][quote=1,102,c]|100,102",
                "[quote][quote=1,101,b]x[/quote][/quote]|",
                "[quote foo][quote=1,101,b]x[/quote]|",
                "[/quote][/quote][quote=1,101,b]|101",
                "[quote=1,100,a]never closed[quote=1,101,b][/quote]|100",
                "[foo [quote=1,100,a]|100",
                "[foo \"[quote=1,100,a]|",
                "a \" b [quote=1,100,a]|100",
                "[quote=1, 100 ,a]|100",
                "[quote=,100,]|100",
                "[quote=1,100]|",
                "[quote=100]|",
                "[quote=1,abc,a]|",
                "[quote=1,-100,a]|",
                "[quote=1,1e3,a]|",
                "[quote=1,٣,a]|",
                "[quote=1,,a]|",
                "[quote=1,99999999999999999999,a]|",
                "[quote=1,00000000000000000000100,a]|100",
                "[quotes=1,100,a]|",
                "[quote=1,100,a] [quote=1,100,a]|100",
                "[quote=1,100,a][/quote][quote=1,100,a]|100,100",
                "quote=1,100,a]|",
                "[quote=1,100,a|",
            })
    void aQuoteIsATagAtLevelZeroThatNamesItsPost(String content, @Nullable String pids) {
        var expected = pids == null
                ? List.<Long>of()
                : List.of(pids.split(",")).stream().map(Long::valueOf).toList();

        assertThat(PostContent.read(content).quotedPids()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[url=http://a.example/x]text[/url]|link http://a.example/x",
                "[url]http://a.example/x[/url]|link http://a.example/x",
                "[URL]http://a.example/x[/Url]|link http://a.example/x",
                "[img]http://a.example/x.png[/img]|image http://a.example/x.png",
                "[video]http://a.example/v[/video]|video http://a.example/v",
                "[video play]http://a.example/v[/video]|video http://a.example/v",
                "[VIDEO autoplay]http://a.example/v[/video]|video http://a.example/v",
                "[url=http://a.example][img]http://b.example[/img][/url]|link http://a.example;image http://b.example",
                "[url][b]http://a[/b].example[/url]|link http://a.example",
                "[url]http://a.example[url]http://b.example[/url][/url]|link http://b.example",
                "[img]http://a.example[video]http://b.example[/img][/video]|video http://b.example",
                "[url]http://a.example[/img][/url]|link http://a.example",
                "[url]http://a.example|",
                "http://a.example[/url]|",
                "[quote=1,100,a][url]http://a.example[/url][url=http://b.example]x[/url][/quote]|",
                "[quote]x[/quote][img]http://a.example[/img]|image http://a.example",
                "[url=\"http://a.example/[x]\"]x[/url]|link http://a.example/[x]",
                "[url=' http://a.example ']x[/url]|link http://a.example",
                "[url]  http://a.example  [/url]|link http://a.example",
                "[url='http://a.example]x[/url]|link http://'http://a.example",
                "[url][/url][url=]x[/url][img]   [/img][url='']x[/url]|",
                "[url=data:text/html,x]x[/url][url=MailTo:a@b.example]x[/url][url= javascript:alert(1)]x[/url]|",
                "[url=/foo]x[/url]|link http://forum.mods.de/foo",
                "[url=./thread.php?TID=1]x[/url]|link http://forum.mods.de/bb/thread.php?TID=1",
                "[url=//cdn.example/x]x[/url]|link http://cdn.example/x",
                "[url=www.a.example]x[/url]|link http://www.a.example",
                "[url]www.a.example/r?u=http://b.example/[/url]|link http://www.a.example/r?u=http://b.example/",
                "[url=a.example:80/http://b.example]x[/url]|link http://a.example:80/http://b.example",
                "[url=[b]a://c[/b]]x[/url]|",
                "[url=svn+ssh://a.example]x[/url]|link svn+ssh://a.example",
                "[url=HTTPS://a.example]x[/url]|link HTTPS://a.example",
                "[url=1http://a.example]x[/url]|link http://1http://a.example",
                "[url='\"http://a.example\"']x[/url]|link http://\"http://a.example\"",
                "[url=\u00A0'\u202Fhttp://a.example\u200B'\u3000]x[/url]|link http://a.example",
                "[url]\uFEFFhttp://a.example\u0085[/url]|link http://a.example",
                "[ımg]http://a.example[/ımg][VİDEO]http://a.example[/VİDEO]|",
                "[IMG]http://a.example[/ımg][/img]|image http://a.example",
                "[url=javascrıpt:x]x[/url]|link http://javascrıpt:x",
                "[url=ftp://a.example]x[/url]|link ftp://a.example",
            })
    void aLinkIsWhatItsTagOrTheTextBetweenItsTagsSays(String content, @Nullable String links) {
        var expected = links == null ? List.<String>of() : List.of(links.split(";"));

        assertThat(PostContent.read(content).links())
                .extracting(link -> link.type() + " " + link.url())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "http://www.Example.ORG/x?y#z, www.example.org",
        "http://example.org?y, example.org",
        "http://example.org#z, example.org",
        "http://user:pa@ss@example.org:8080/, example.org:8080",
        "https://example.org, example.org",
        "/foo, forum.mods.de",
        "//cdn.example/x, cdn.example",
        "www.a.example/r?u=http://b.example/, www.a.example",
        "HTTPS://Ü.EXAMPLE/, ü.example",
        "HTTP://TITLE.EXAMPLE/, title.example",
        "http://[::1]:80/, [::1]:80",
    })
    void theDomainIsTheAuthorityWithoutUserInfo(String address, String domain) {
        assertThat(PostContent.read("[url=\"" + address + "\"]x[/url]").links())
                .extracting(Link::domain)
                .containsExactly(domain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http:///foo",
                "http://",
                "http://?x",
                "http://#x",
                "http://@/x",
                "http://user@/x",
                "http://a@b@",
                "http://:80/",
                "http://:",
                "http://user:secret@:80/",
                "http://\u00A0/",
                "http://\u200B:80/",
                "//",
                "///foo",
                "//:80/",
                "@",
                ":80",
                "://a.example",
                "?x",
                "#x",
                "svn://",
                "x@/y"
            })
    void anAddressWithoutAHostIsNone(String address) {
        assertThat(PostContent.read("[url=\"" + address + "\"]x[/url][img]" + address + "[/img]")
                        .links())
                .isEmpty();
    }

    @Test
    void anAddressThatLosesItsHostWhenItIsCutIsNone() {
        var userInfo = "u".repeat(Link.LONGEST - "http://@".length());

        assertThat(PostContent.read("[url]http://" + userInfo + "@a.example[/url]")
                        .links())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain|plain",
                "a [b]bold[/b] word|a bold word",
                "w[b]or[/b]d|word",
                "[quote=1,2,a]x[/quote] mine|` mine`",
                "mine[quote]x[quote]y[/quote]z[/quote][b]too[/b]|`mine\ntoo`",
                "[quote]x[/quote][/quote]mine|mine",
                "mine[quote]never closed|mine",
                "mine [never closed|`mine `",
                "[never [b]mine|mine",
                "[url=http://a.example]here[/url] ] \" there|here ] \" there",
                "[img]http://a.example/x.png[/img]|http://a.example/x.png",
                "[quote]x[/quote]|``",
                "[QUOTE]x[/Quote]mine[ıuote]|mine",
                "``|``",
            })
    void aPostsOwnTextStandsOutsideTagsAndQuotes(String content, String text) {
        assertThat(PostContent.ownText(content)).isEqualTo(text);
    }

    @Test
    void addressesAreCutBetweenCharacters() {
        var url = PostContent.read("[url]http://" + "😀".repeat(400) + "[/url]")
                .links()
                .get(0)
                .url();

        assertThat(url.codePointCount(0, url.length())).isEqualTo(300);
        assertThat(url).endsWith("😀");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "]",
                "[quote=1,2,a]",
                "[/quote]",
                "[quote=1,2,\"",
                "[url]",
                "[/url]",
                "[url]x",
                "[url=",
                "\"",
                "[[",
                "[url]a[/url]",
                "[img][video]",
                "[quote=,,,,",
                "x"
            })
    void hostileContentCostsNoMoreThanItsLength(String repeated) {
        var content = repeated.repeat(1_000_000 / repeated.length());

        Assertions.assertTimeout(Duration.ofSeconds(20), () -> PostContent.read(content));
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> PostContent.ownText(content));
    }
}
