/** The commands of {@code bin/countersign}, thin. */
@NullMarked
package countersign.cli;

import org.jspecify.annotations.NullMarked;
