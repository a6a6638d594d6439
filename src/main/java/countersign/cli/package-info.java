/** The commands of the production jar, and what they share with those of the demo. */
@NullMarked
package countersign.cli;

import org.jspecify.annotations.NullMarked;
