/** What the gateway may send to a server that the configuration names, and how it is addressed. */
@NullMarked
package countersign.servers;

import org.jspecify.annotations.NullMarked;
