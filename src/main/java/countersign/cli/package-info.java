/** The commands of {@code bin/countersign}. They contain no logic of their own. */
@NullMarked
package countersign.cli;

import org.jspecify.annotations.NullMarked;
