/** The commands that the requesting agency's developers use: an example file, seal, send, open. */
@NullMarked
package countersign.partnertool;

import org.jspecify.annotations.NullMarked;
