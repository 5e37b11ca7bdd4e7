/** Pins the format of the events: what is written today must be read in ten years. */
@NullMarked
package potstats2.events;

import org.jspecify.annotations.NullMarked;
