/** Puts events and checkpoints on their topics, a checkpoint never before what it covers. */
@NullMarked
package potstats2.crawler.publish;

import org.jspecify.annotations.NullMarked;
