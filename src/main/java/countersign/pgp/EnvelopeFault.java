package countersign.pgp;

/**
 * Why a sealed file is refused: one of a closed list, so that a partner, a log and a metric say the
 * same word. The first fault that stops the reading is the one that is reported.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580">RFC 9580, OpenPGP</a>
 */
public enum EnvelopeFault {
  /** The bytes are neither OpenPGP packets nor one block of ASCII armour. */
  NOT_OPENPGP(Code.DECRYPT, "is not an OpenPGP message"),
  /** The content can be read by anybody: text, or OpenPGP data that is not encrypted. */
  PLAINTEXT(Code.DECRYPT, "is not encrypted"),
  /** No session key can be opened with our keys, or the signer meant it for somebody else. */
  NOT_FOR_US(Code.DECRYPT, "is not encrypted to the gateway's key"),
  /** Encrypted data without integrity protection (tag 9). */
  NO_INTEGRITY(Code.DECRYPT, "has no integrity protection"),
  /** A packet, a version or an algorithm that the exchange does not use. */
  UNSUPPORTED_PACKET(Code.DECRYPT, "contains a packet that the exchange does not use"),
  /** Bytes are missing or changed. */
  DAMAGED(Code.DECRYPT, "is damaged or incomplete"),
  /** Compressed or encrypted data inside compressed or encrypted data. */
  NESTED(Code.DECRYPT, "contains one message inside another"),
  /** Something follows the message. */
  TRAILING(Code.DECRYPT, "contains data after the message"),

  /** The content is not signed in the one-pass form. */
  NO_SIGNATURE(Code.SIGNATURE, "is not signed"),
  /** More than one signature, even by the same key. */
  SEVERAL_SIGNATURES(Code.SIGNATURE, "carries more than one signature"),
  /** No pinned key that may sign made the signature. */
  UNKNOWN_SIGNER(Code.SIGNATURE, "is not signed by a key pinned for this partner"),
  /** The signature does not fit the content, or is of a kind that is not accepted. */
  BAD_SIGNATURE(Code.SIGNATURE, "carries an invalid signature"),
  /** The signing key, or its primary key, was not in date at signing time. */
  KEY_EXPIRED(Code.SIGNATURE, "was signed while the key was not valid"),
  /** The pinned key is revoked at receipt, whatever the signing time and the reason. */
  KEY_REVOKED(Code.SIGNATURE, "is signed by a revoked key"),
  /** The hash, the key or a signature that binds the key is weaker than allowed. */
  WEAK(Code.SIGNATURE, "is signed with a weak key or hash"),
  /** The signature is older than the exchange allows. */
  SIGNED_TOO_EARLY(Code.SIGNATURE, "was signed too long before it was received"),
  /** The signature is from the future, beyond the tolerated drift of clocks. */
  SIGNED_IN_FUTURE(Code.SIGNATURE, "was signed later than it was received"),

  /** The plaintext is longer than the agreement allows. */
  SIZE(Code.THREAT, "is larger than agreed after decryption"),
  /** The plaintext is out of proportion to the sealed file: a decompression bomb. */
  RATIO(Code.THREAT, "is far larger after decryption than before");

  private final Code code;
  private final String finding;

  EnvelopeFault(Code code, String finding) {
    this.code = code;
    this.finding = finding;
  }

  /**
   * The reason code that the partner is answered with, for example {@code F102_SIGNATURE_INVALID}.
   */
  public String code() {
    return code.text;
  }

  /** What was found, as the second half of a sentence that begins with "The sealed file". */
  String finding() {
    return finding;
  }

  private enum Code {
    DECRYPT("F101_NOT_ENCRYPTED_OR_DECRYPT_FAILED"),
    SIGNATURE("F102_SIGNATURE_INVALID"),
    THREAT("F112_THREAT_SCAN");

    private final String text;

    Code(String text) {
      this.text = text;
    }
  }
}
