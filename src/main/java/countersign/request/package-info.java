/**
 * The words: ids, request and response model, states, verbs, reason codes, the outcomes, actors.
 */
@NullMarked
package countersign.request;

import org.jspecify.annotations.NullMarked;
