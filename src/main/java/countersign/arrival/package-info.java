/** Bytes of a file that is being received, before anything is read from it. */
@NullMarked
package countersign.arrival;

import org.jspecify.annotations.NullMarked;
