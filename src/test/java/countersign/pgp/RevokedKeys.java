package countersign.pgp;

import java.time.Instant;
import org.bouncycastle.openpgp.PGPSignature;

/** Revoked certificates for tests of other packages. */
public final class RevokedKeys {
  private RevokedKeys() {}

  /** The certificate with a revocation of its primary key by itself. */
  public static Certificate revoked(SecretKey key, Instant at) {
    return KeySmith.revoked(key, PGPSignature.KEY_REVOCATION, at);
  }
}
