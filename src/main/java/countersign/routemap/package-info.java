/** Draws the routes from their source: in the terminal and as SVG, with zones and controls. */
@NullMarked
package countersign.routemap;

import org.jspecify.annotations.NullMarked;
