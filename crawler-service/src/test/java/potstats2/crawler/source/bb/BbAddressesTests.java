package potstats2.crawler.source.bb;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import potstats2.crawler.source.PageAddress;
import potstats2.crawler.source.RequestKind;
import potstats2.runtime.settings.HttpAddress;

class BbAddressesTests {

    private static final BbAddresses ADDRESSES =
            new BbAddresses(HttpAddress.of("https://example.org/bb/"), HttpAddress.of("https://my.example.org/"));

    @ParameterizedTest
    @CsvSource({
        "BOARDS,0,1,https://example.org/bb/xml/boards.php",
        "BOARD,14,3,https://example.org/bb/xml/board.php?BID=14&page=3",
        "THREAD,140831,5528,https://example.org/bb/xml/thread.php?TID=140831&page=5528",
        "TAGS,140831,1,https://example.org/bb/thread.php?TID=140831",
        "PROFILE,1224901,1,https://my.example.org/1224901"
    })
    void isFoundAgainInItsUrl(RequestKind kind, long id, int page, String url) {
        var address = new PageAddress(kind, id, page);

        assertThat(ADDRESSES.url(address)).isEqualTo(URI.create(url));
        assertThat(BbAddresses.page(URI.create(url))).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/",
                "https://example.org/bb/xml/thread.php?TID=x&page=1",
                "https://example.org/bb/xml/thread.php?TID=99999999999999999999&page=1",
                "mailto:someone"
            })
    void isNothingElse(String url) {
        assertThat(BbAddresses.page(URI.create(url))).isEmpty();
    }
}
