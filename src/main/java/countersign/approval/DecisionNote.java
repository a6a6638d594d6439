package countersign.approval;

import countersign.crypto.Sha256;
import countersign.request.RequestKey;
import countersign.statement.StatementSigner;
import countersign.vault.SealBroken;
import countersign.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Encrypts and decrypts the notes that people write about a case. Stateless. */
public final class DecisionNote {
  private static final int SALT_BYTES = 32;
  private static final String UNREADABLE =
      "This reason cannot be decrypted. The gateway did not write this decision: run ledger verify.";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Vault vault;

  public DecisionNote(Vault vault) {
    this.vault = vault;
  }

  /**
   * The note with a secret random text at its end, which is kept with it, so that a digest of both
   * reveals nothing about the note.
   */
  static String salted(String note, StatementSigner.@Nullable Prepared prepared) {
    return note + "\n" + (prepared == null ? newSalt() : prepared.salt());
  }

  /** A new secret text, hexadecimal. */
  public static String newSalt() {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }

  /** The digest of a salted note, hexadecimal. */
  static String digest(String salted) {
    return Sha256.hex(salted);
  }

  public byte[] seal(RequestKey key, String step, String account, Instant at, String note) {
    return vault
        .draft(key.file().value())
        .seal(
            note.getBytes(StandardCharsets.UTF_8),
            ApprovalAssociatedData.reason(key, step, account, at));
  }

  /**
   * The note as the person wrote it, after the code of a denial; a sentence if it cannot be
   * decrypted, so that a row of a foreign program does not hide the case from those who decide it.
   */
  String open(JdbcApprovals.StoredDecision row) {
    String text;
    try {
      byte[] note =
          vault
              .draft(row.key().file().value())
              .open(
                  row.reasonSealed(),
                  ApprovalAssociatedData.reason(row.key(), row.step(), row.account(), row.at()));
      text = new String(note, StandardCharsets.UTF_8);
    } catch (SealBroken foreign) {
      return UNREADABLE;
    }
    return row.signed() == null ? text : text.substring(0, text.lastIndexOf('\n'));
  }
}
