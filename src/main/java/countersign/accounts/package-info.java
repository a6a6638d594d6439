/** Accounts, passwords, signing keys, locks and the access record, as stored. */
@NullMarked
package countersign.accounts;

import org.jspecify.annotations.NullMarked;
