package countersign.accounting;

import java.util.HexFormat;

/**
 * The digest of one written entry.
 *
 * @param sha256 SHA-256 of the entry with its 32 random bytes
 */
public record EntryDigest(byte[] sha256) {
  /** Name of the fact of an event that contains the digest of one entry. */
  public static final String FACT = "entry";

  /** Copies the bytes. */
  public EntryDigest {
    sha256 = sha256.clone();
  }

  @Override
  public byte[] sha256() {
    return sha256.clone();
  }

  /** The digest, hexadecimal. */
  public String hex() {
    return HexFormat.of().formatHex(sha256);
  }

  /** Contains only the digest. */
  @Override
  public String toString() {
    return hex();
  }
}
