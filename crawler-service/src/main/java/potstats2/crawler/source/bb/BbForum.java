package potstats2.crawler.source.bb;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import potstats2.crawler.CrawlerProperties;
import potstats2.crawler.http.HttpManners;
import potstats2.crawler.http.PageClient;
import potstats2.crawler.source.BoardAnswer;
import potstats2.crawler.source.BoardList;
import potstats2.crawler.source.ForumSource;
import potstats2.crawler.source.PageAddress;
import potstats2.crawler.source.RequestKind;
import potstats2.crawler.source.SourceTraits;
import potstats2.crawler.source.ThreadAnswer;
import potstats2.events.ProfileObserved;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A forum that runs bB, by its XML pages, its profiles, and its HTML pages for tags. */
public final class BbForum implements ForumSource {

    static final SourceTraits TRAITS = new SourceTraits(30, 30, true);

    private final BbAddresses addresses;
    private final PageReader pages;
    private final PageClient client;

    /**
     * The forum that the properties name.
     *
     * @param reading where answers are read
     */
    public BbForum(CrawlerProperties properties, HttpManners manners, Scheduler reading) {
        addresses = new BbAddresses(properties.forumUrl(), properties.profileUrl());
        pages = new PageReader((int) properties.maxPageSize().toBytes());
        client = new PageClient(properties, manners, reading, url(PageAddress.boards()));
    }

    @Override
    public SourceTraits traits() {
        return TRAITS;
    }

    @Override
    public Mono<BoardList> boards() {
        return page(PageAddress.boards(), pages::boards);
    }

    @Override
    public Mono<BoardAnswer> board(long bid, int page) {
        return page(new PageAddress(RequestKind.BOARD, bid, page), body -> pages.board(body, bid, page));
    }

    @Override
    public Mono<ThreadAnswer> thread(long tid, int page) {
        return page(new PageAddress(RequestKind.THREAD, tid, page), body -> pages.thread(body, tid, page));
    }

    @Override
    public Mono<Optional<List<String>>> tags(long tid) {
        return page(new PageAddress(RequestKind.TAGS, tid, 1), body -> TagReader.tags(body, tid));
    }

    /** Profiles may be on a host of their own: while only that one is to be left alone, everything else goes on. */
    @Override
    public Mono<Optional<ProfileObserved>> profile(long uid, Supplier<Instant> at) {
        var address = new PageAddress(RequestKind.PROFILE, uid, 1);
        return client.pageUnlessHeld(address.kind(), url(address), body -> ProfileReader.profile(body, uid, at.get()));
    }

    private <T> Mono<T> page(PageAddress address, Function<byte[], T> reader) {
        return client.page(address.kind(), url(address), reader);
    }

    @Override
    public URI url(PageAddress page) {
        return addresses.url(page);
    }

    @Override
    public Optional<PageAddress> page(URI url) {
        return BbAddresses.page(url);
    }

    @Override
    public void close() {
        client.close();
    }
}
