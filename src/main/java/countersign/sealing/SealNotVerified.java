package countersign.sealing;

import countersign.request.OutgoingId;
import countersign.request.ReasonCode;

/** Thrown when the statement about a sealed file does not allow its upload. */
public final class SealNotVerified extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the statement. */
  public enum Cause {
    /** There is no statement. */
    NOT_SIGNED,
    /** A statement is there before the file is sealed. */
    ALREADY_SIGNED,
    /** The signature is not the gateway's. */
    WRONG_SIGNATURE,
    /** The signed bytes are not a canonical statement. */
    MALFORMED,
    /** The statement is about another file, partner or installation. */
    OTHER_SUBJECT,
    /** The keys are not those of the officers whom the stored requests name. */
    OTHER_RECIPIENTS,
    /** The stored bytes are not those that were sealed. */
    OTHER_BYTES,
    /** The ledger's event of the sealing that counts names another statement. */
    OTHER_EVENT
  }

  private final transient OutgoingId id;
  private final Cause cause;

  SealNotVerified(OutgoingId id, Cause cause) {
    super(
        "%s  %s: %s. Nothing was uploaded. A program or person changed a table or a key."
            .formatted(ReasonCode.D412_SEAL_NOT_VERIFIED, id, cause));
    this.id = id;
    this.cause = cause;
  }

  OutgoingId id() {
    return id;
  }

  Cause fault() {
    return cause;
  }
}
