package potstats2.crawler.crawl;

import java.util.Map;
import potstats2.simulator.forum.Forum;

/** A made-up forum behind the pages of some forum software. */
interface ServedForum extends AutoCloseable {

    /** The crawler's settings that lead to it, without their common beginning. */
    Map<String, Object> settings();

    /** What it holds, and what can happen in it. */
    Forum forum();

    /** How many requests it got. */
    long requests();

    /** Whether, now and then, it answers with what an overloaded server answers, or not at all. */
    void faulty(boolean faulty);

    @Override
    void close();
}
