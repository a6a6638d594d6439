/**
 * Sign-in, sessions, strict requests, and the permissions that every page and API call requires.
 */
@NullMarked
package countersign.access;

import org.jspecify.annotations.NullMarked;
