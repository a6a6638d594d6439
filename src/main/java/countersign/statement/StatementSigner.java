package countersign.statement;

/** A person's opened key, which signs the statement of one decision. */
public interface StatementSigner {
  /** The 32 bytes of the Ed25519 public key. */
  byte[] publicKey();

  /** Signs the canonical bytes of a statement. */
  byte[] sign(byte[] statement);
}
