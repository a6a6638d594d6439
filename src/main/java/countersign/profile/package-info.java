/**
 * The exchange profile: converts the bytes of a request file to records, and records to requests.
 * Pure.
 *
 * @see <a href="../../../../../docs/exchange.md">exchange profile</a>
 */
@NullMarked
package countersign.profile;

import org.jspecify.annotations.NullMarked;
