/** The commands that operate a running system: they ask the service that is responsible, over HTTP. */
@NullMarked
package potstats2.standalone.operate;

import org.jspecify.annotations.NullMarked;
