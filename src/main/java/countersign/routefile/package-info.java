/**
 * Reads route files: YAML with file and line of every node, and the problems that are found in it.
 * Judges nothing.
 */
@NullMarked
package countersign.routefile;

import org.jspecify.annotations.NullMarked;
