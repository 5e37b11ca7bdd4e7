package potstats2.api.posters;

import java.util.Locale;

/** The numbers by which posters can be put in order. */
enum PosterOrder {
    POST_COUNT,
    EDIT_COUNT,
    AVG_POST_LENGTH,
    THREADS_CREATED,
    QUOTED_COUNT,
    QUOTES_COUNT;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    long of(Poster poster) {
        return switch (this) {
            case POST_COUNT -> poster.postCount();
            case EDIT_COUNT -> poster.editCount();
            case AVG_POST_LENGTH -> poster.avgPostLength();
            case THREADS_CREATED -> poster.threadsCreated();
            case QUOTED_COUNT -> poster.quotedCount();
            case QUOTES_COUNT -> poster.quotesCount();
        };
    }
}
