/**
 * The domain model that all packages share: ids, requests and responses, states, verbs, reason
 * codes, outcomes and actors.
 */
@NullMarked
package countersign.request;

import org.jspecify.annotations.NullMarked;
