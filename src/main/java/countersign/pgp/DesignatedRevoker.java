package countersign.pgp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPPublicKey;

/**
 * A key that the owner of a certificate allows to revoke it: subpacket 12 of a self-signature.
 *
 * @param algorithm public-key algorithm of the revoker
 * @param fingerprint of the revoker, upper-case hexadecimal
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4880#section-5.2.3.15">RFC 4880, 5.2.3.15</a>
 */
record DesignatedRevoker(int algorithm, String fingerprint) {
  /** Number of the subpacket. */
  static final int SUBPACKET = 12;

  private static final int REVOKER_CLASS = 0x80;
  private static final int LENGTH = 22;
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** Reads the body of a subpacket; empty if it has another length or names no revoker. */
  static Optional<DesignatedRevoker> read(byte[] body) {
    return body.length == LENGTH && (body[0] & REVOKER_CLASS) != 0
        ? Optional.of(new DesignatedRevoker(body[1] & 0xff, HEX.formatHex(body, 2, LENGTH)))
        : Optional.empty();
  }

  /** Whether this is the key. */
  boolean is(PGPPublicKey key) {
    return algorithm == key.getAlgorithm()
        && Arrays.equals(HEX.parseHex(fingerprint), key.getFingerprint());
  }

  /** Key id, which is the last eight bytes of the fingerprint. */
  long keyId() {
    byte[] bytes = HEX.parseHex(fingerprint);
    return ByteBuffer.wrap(bytes, bytes.length - Long.BYTES, Long.BYTES).getLong();
  }
}
