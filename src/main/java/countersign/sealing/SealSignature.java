package countersign.sealing;

import countersign.crypto.Ed25519;
import java.security.KeyPair;

/**
 * The gateway's signature below seal statements, by the Ed25519 key that also signs checkpoints. A
 * statement begins with a brace and has one line, so neither is ever taken for the other.
 * Stateless.
 */
public final class SealSignature {
  private final SealStatement.Place place;
  private final KeyPair key;

  public SealSignature(SealStatement.Place place, KeyPair key) {
    this.place = place;
    this.key = key;
  }

  /** This installation, which every statement names. */
  SealStatement.Place place() {
    return place;
  }

  public JdbcSealStatements.Signed sign(SealStatement statement) {
    byte[] bytes = statement.write();
    return new JdbcSealStatements.Signed(bytes, Ed25519.sign(key.getPrivate().getEncoded(), bytes));
  }

  public boolean verifies(JdbcSealStatements.Signed signed) {
    return Ed25519.verifies(Ed25519.raw(key.getPublic()), signed.statement(), signed.signature());
  }
}
