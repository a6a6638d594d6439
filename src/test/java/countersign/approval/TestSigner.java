package countersign.approval;

import countersign.authority.TestPeople;
import countersign.crypto.Ed25519;
import countersign.request.Role;
import countersign.statement.Reviewer;
import countersign.statement.StatementSigner;
import java.security.KeyPair;
import java.util.HexFormat;
import java.util.Set;

/**
 * A key that is open during a whole test.
 *
 * @param pair the key
 */
record TestSigner(KeyPair pair) implements StatementSigner {
  /** A person with this account, these roles and the account's key. */
  static Reviewer reviewer(String account, Role... roles) {
    return new Reviewer(account, Set.of(roles), new TestSigner(TestPeople.key(account)));
  }

  @Override
  public String keyId() {
    return HexFormat.of().formatHex(Ed25519.raw(pair.getPublic()));
  }

  @Override
  public byte[] sign(byte[] statement) {
    return Ed25519.sign(pair.getPrivate().getEncoded(), statement);
  }
}
