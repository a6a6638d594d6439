/** What the gateway needs for its start: documents, routes, secrets, servers and ports. */
@NullMarked
package countersign.check;

import org.jspecify.annotations.NullMarked;
