/** Tests of the commands that operate a running system. */
@NullMarked
package potstats2.standalone.operate;

import org.jspecify.annotations.NullMarked;
