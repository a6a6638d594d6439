/**
 * Further jars beside the gateway's own: a signed list names each by its SHA-256, and nothing of
 * another jar is loaded.
 */
@NullMarked
package countersign.extensions;

import org.jspecify.annotations.NullMarked;
