/** Traces that go with the records from service to service, where they are exported. */
@NullMarked
package potstats2.runtime.tracing;

import org.jspecify.annotations.NullMarked;
