package potstats2.analytics.rollup;

/** Is told how far a full recomputation has come. */
public interface RecomputationProgress {

    /** Tells nobody. */
    RecomputationProgress UNWATCHED = new RecomputationProgress() {
        @Override
        public void postsRead(long posts) {}

        @Override
        public void computing(String rollup, int number, int of) {}
    };

    /** The contents of so many posts are read; called now and then. */
    void postsRead(long posts);

    /** A rollup is begun, counted from 1. */
    void computing(String rollup, int number, int of);
}
