/** Open and verify, seal and sign; the only OpenPGP. */
@NullMarked
package countersign.pgp;

import org.jspecify.annotations.NullMarked;
