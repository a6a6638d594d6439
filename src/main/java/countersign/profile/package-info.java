/**
 * The exchange profile: the bytes of a request file as records, and records as requests. Pure.
 *
 * @see <a href="../../../../../docs/exchange.md">exchange profile</a>
 */
@NullMarked
package countersign.profile;

import org.jspecify.annotations.NullMarked;
