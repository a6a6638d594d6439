/**
 * The journal of uploads outside the database: what may have left the gateway, and what follows if
 * the database does not know it, because an older one was restored.
 */
@NullMarked
package countersign.journal;

import org.jspecify.annotations.NullMarked;
