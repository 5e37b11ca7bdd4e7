package potstats2.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpAddressTests {

    @ParameterizedTest
    @CsvSource({
        "https://forum.example/bb/, https://forum.example/bb/",
        "https://forum.example/bb, https://forum.example/bb/",
        "https://forum.example, https://forum.example/",
        "HTTP://127.0.0.1:8791/bb/, http://127.0.0.1:8791/bb/",
        "hTTps://Forum.Example/BB/, https://forum.example/BB/",
        "http://bb_forum:8080/bb/, http://bb_forum:8080/bb/",
        "http://_x/, http://_x/",
        "http://stack_bb-forum_1.internal_net:80/, http://stack_bb-forum_1.internal_net:80/",
        "http://müller.example/bb/, http://xn--mller-kva.example/bb/",
        "http://MÜLLER.example/bb/, http://xn--mller-kva.example/bb/",
        "http://bücher_1.example:81/, http://xn--bcher_1-n2a.example:81/",
        "http://例え.テスト/, http://xn--r8jz45g.xn--zckzah/",
        "http://forum。example/, http://forum.example/",
        "http://forum.example./bb/, http://forum.example./bb/",
        "http://[::1]:8080/bb/, http://[::1]:8080/bb/",
        "http://[2001:DB8::1]/bb, http://[2001:db8::1]/bb/",
        "http://forum.example:/bb/, http://forum.example/bb/",
        "http://forum.example:0080/bb/, http://forum.example:80/bb/",
        "http://forum.example/b%C3%B6rse/, http://forum.example/b%C3%B6rse/",
        "http://forum.example/börse/, http://forum.example/b%C3%B6rse/",
        "http://forum.example/v1.0/, http://forum.example/v1.0/",
        "' http://forum.example/bb/ ', http://forum.example/bb/"
    })
    void isWrittenInOneWay(String given, String address) {
        assertThat(HttpAddress.of(given)).hasToString(address).isEqualTo(HttpAddress.of(address));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://me:secret@forum.example/bb/ | it has a user before an @",
                "http://forum.example/bb/?x=1 | it has a query, ?x=1",
                "http://forum.example/bb/# | it has a fragment, #",
                "http://forum.example/bb/#top | it has a fragment, #top",
                "http://forum .example/ | there is a space in it",
                "http://forum.example/b\u00a0b/ | there is a space in it",
                "http://forum.example/\u0000/ | there is a control character in it",
                "http:\\\\forum.example\\bb\\ | there is a backslash in it",
                "http:// | it names no host",
                "http:///bb/ | it names no host",
                "http://:8080/bb/ | it names no host",
                "ftp://forum.example/ | its scheme is ftp, not http or https",
                "forum.example/bb/ | it does not begin with a scheme such as http://",
                "localhost:8080/bb/ | it does not begin with a scheme such as http://",
                "//forum.example/bb/ | it does not begin with a scheme such as http://",
                "http:/forum.example/ | it does not begin with a scheme such as http://",
                "http://forum.example:0/ | its port is 0, not a number from 1 to 65535",
                "http://forum.example:65536/ | its port is 65536, not a number from 1 to 65535",
                "http://forum.example:99999999999/ | its port is 99999999999, not a number from 1 to 65535",
                "http://forum.example:80a/ | its port is 80a, not a number from 1 to 65535",
                "http://forum.example:-1/ | its port is -1, not a number from 1 to 65535",
                "http://::1/ | it has more than a host and a port; an IPv6 address stands in brackets, as [::1]",
                "http://[::1/ | it has more than a host and a port; an IPv6 address stands in brackets, as [::1]",
                "http://[::x]/ | [::x] is no IPv6 address",
                "http://forum..example/ | its host \"forum..example\" is no name: Empty label is not a legal name",
                "http://fo%20rum/ | its host has a \"%\" in it",
                "http://forum!.example/ | its host has a \"!\" in it",
                "http://forum.example/<bb>/ | its path has a < in it",
                "http://forum.example/100%/ | its path has a % that begins no escape",
                "http://forum.example/bb/index.php | it ends in index.php, a page; a directory ends in a slash",
            })
    void saysWhatIsWrong(String given, String complaint) {
        assertThatThrownBy(() -> HttpAddress.of(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(complaint);
    }

    @ParameterizedTest
    @CsvSource({
        "http://bb_forum:8080/bb/, http://bb_forum:8080/bb/xml/board.php?BID=1&page=2",
        "http://[::1]/, http://[::1]/xml/board.php?BID=1&page=2",
        "https://forum.example./bb, https://forum.example./bb/xml/board.php?BID=1&page=2"
    })
    void isContinued(String base, String url) {
        assertThat(HttpAddress.of(base).resolve("xml/board.php?BID=1&page=2")).hasToString(url);
    }
}
