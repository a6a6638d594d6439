/**
 * Partners whom an operator has paused: nothing is fetched from such a partner and nothing is
 * uploaded to it.
 */
@NullMarked
package countersign.pause;

import org.jspecify.annotations.NullMarked;
