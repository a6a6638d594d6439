/** Opens and verifies, signs and seals OpenPGP messages. The only package that uses OpenPGP. */
@NullMarked
package countersign.pgp;

import org.jspecify.annotations.NullMarked;
