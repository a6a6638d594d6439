/** Accounts, roles, sign-in, and what every page and call demands of whoever makes it. */
@NullMarked
package countersign.access;

import org.jspecify.annotations.NullMarked;
