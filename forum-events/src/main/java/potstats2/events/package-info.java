/** The contract between the services: what is said on which topic, and how it is written. */
@NullMarked
package potstats2.events;

import org.jspecify.annotations.NullMarked;
