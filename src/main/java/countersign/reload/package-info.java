/**
 * Reads documents and routes again while the gateway runs: a partner comes, changes or goes without
 * the others noticing, and in development a changed route replaces the one that runs.
 */
@NullMarked
package countersign.reload;

import org.jspecify.annotations.NullMarked;
