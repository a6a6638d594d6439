/** The comparison of the gateway's clock with the database's, whose time everything uses. */
@NullMarked
package countersign.clock;

import org.jspecify.annotations.NullMarked;
