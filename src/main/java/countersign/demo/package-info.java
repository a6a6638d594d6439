/**
 * The demo world: embedded PostgreSQL, broker and SSH server, synthetic people, and the simulated
 * partner and reviewers.
 */
@NullMarked
package countersign.demo;

import org.jspecify.annotations.NullMarked;
