/** Reads the BBCode of posts: whom they quote, what they link to, and what of it is their own text. */
@NullMarked
package potstats2.bbcode;

import org.jspecify.annotations.NullMarked;
