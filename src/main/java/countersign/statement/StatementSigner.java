package countersign.statement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person's opened key, which signs the statement of one decision. */
public interface StatementSigner {
  /** The id of the key in the enrolment register. */
  String keyId();

  /** Signs the canonical bytes of a statement. */
  byte[] sign(byte[] statement);

  /** What was chosen when the statement was shown before; null if it is signed as it is made. */
  default @Nullable Prepared prepared() {
    return null;
  }

  /**
   * What a statement repeats that is made twice: once to be shown, and once to be stored.
   *
   * @param at the time of the decision
   * @param salt the secret text below the reason, hexadecimal
   */
  record Prepared(Instant at, String salt) {}
}
