/**
 * The embedded world: PostgreSQL, broker, SSH server, synthetic people, the partner and reviewers
 * it plays.
 */
@NullMarked
package countersign.demo;

import org.jspecify.annotations.NullMarked;
