/**
 * The demo: an embedded PostgreSQL, broker and SSH server, synthetic people, the partner and
 * reviewers it plays, and the commands that start it. Only the demo jar holds this package.
 */
@NullMarked
package countersign.demo;

import org.jspecify.annotations.NullMarked;
