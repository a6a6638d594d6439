/**
 * Who may ask whom for what, and whether disclosure is switched on: agreements, partners,
 * registers, safeguards, posture.
 */
@NullMarked
package countersign.authority;

import org.jspecify.annotations.NullMarked;
