/** Reads the BBCode of posts: whom they quote, and what they link to. */
@NullMarked
package potstats2.analytics.bbcode;

import org.jspecify.annotations.NullMarked;
