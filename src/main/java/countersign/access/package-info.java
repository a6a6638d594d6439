/** Accounts, roles, sign-in, and the permissions that every page and API call requires. */
@NullMarked
package countersign.access;

import org.jspecify.annotations.NullMarked;
