/** Tests that containers, Kubernetes objects, alerts and dashboards fit the services. */
@NullMarked
package potstats2.deploy;

import org.jspecify.annotations.NullMarked;
