/** What the crawler remembers: the checkpoints of the topic in memory, small enough for a forum of millions of posts. */
@NullMarked
package potstats2.crawler.checkpoint;

import org.jspecify.annotations.NullMarked;
