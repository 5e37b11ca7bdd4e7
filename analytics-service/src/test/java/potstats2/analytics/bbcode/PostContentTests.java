package potstats2.analytics.bbcode;

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
                "[url='http://a.example]x[/url]|link 'http://a.example",
                "[url][/url][url=]x[/url][img]   [/img][url='']x[/url]|",
                "[url=data:text/html,x]x[/url][url=MailTo:a@b.example]x[/url][url= javascript:alert(1)]x[/url]|",
                "[url=/foo]x[/url]|link http://forum.mods.de/foo",
                "[url=./thread.php?TID=1]x[/url]|link http://forum.mods.de/bb/thread.php?TID=1",
                "[url=www.a.example]x[/url]|link http://www.a.example",
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
    })
    void theDomainIsTheAuthorityWithoutUserInfo(String address, String domain) {
        assertThat(PostContent.read("[url]" + address + "[/url]").links())
                .extracting(Link::domain)
                .containsExactly(domain);
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

        Assertions.assertTimeout(Duration.ofSeconds(2), () -> PostContent.read(content));
    }
}
