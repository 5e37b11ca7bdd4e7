package potstats2.crawler.crawl.thread;

import java.util.List;
import java.util.Objects;
import potstats2.crawler.source.Post;

/** A number that changes when anything published of a page changes; the same on every Java version. */
final class PageDigest {

    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    /** Of a page that shows no post. */
    static final long OF_NOTHING = of(List.of());

    private long digest = 1;

    private PageDigest() {}

    /** Never 0. */
    static long of(List<Post> posts) {
        var digest = new PageDigest();
        posts.forEach(digest::add);
        return digest.digest == 0 ? 1 : digest.digest;
    }

    private void add(Post post) {
        add(post.pid());
        add(post.poster().uid());
        add(post.poster().name().hashCode());
        add(Objects.hashCode(post.poster().groupId()));
        add(post.postedAt().getEpochSecond());
        add(post.editCount());
        var edit = post.lastEdit();
        if (edit != null) {
            add(edit.editedAt().getEpochSecond());
            add(edit.editor().uid());
            add(edit.editor().name().hashCode());
        }
        add(Objects.hashCode(post.iconId()));
        var avatar = post.avatar();
        if (avatar != null) {
            add(Objects.hashCode(avatar.avid()));
            add(avatar.path().hashCode());
        }
        add(post.title().hashCode());
        add(post.content().hashCode());
        add(post.content().length());
        add(post.hidden() ? 1 : 0);
    }

    private void add(long value) {
        digest = (digest ^ value) * FACTOR;
        digest ^= digest >>> 32;
    }
}
