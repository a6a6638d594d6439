package countersign.receipts;

import countersign.request.FileId;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * A receipt or disposition, as {@code docs/schema/receipt.json} describes it. The message of each
 * constraint is a code, because it is what the partner is told.
 *
 * @param format version of the exchange profile
 * @param responseId the response
 * @param officerId the officer who signs
 * @param kind a {@link Kind}
 * @param sealedSha256 SHA-256 of the response file as received, hexadecimal
 * @param at when the officer received it or disposed of it
 * @param method how it was made undisclosable; null for every other kind
 * @param recallId the recall that a disposition answers; null if it answers none
 */
public record ReceiptDocument(
    @NotNull(message = ReceiptDocument.F109)
        @Pattern(regexp = "countersign/1", message = ReceiptDocument.F109)
        String format,
    @NotNull(message = ReceiptDocument.F109)
        @Pattern(
            regexp = "[A-Z0-9-]{2,20}_[TP]_[0-9]{8}_[0-9]{4,9}\\.rsp\\.[A-Z2-7]{8}",
            message = ReceiptDocument.F109)
        String responseId,
    @NotNull(message = ReceiptDocument.F109)
        @Pattern(regexp = "[A-Za-z0-9-]{1,64}", message = ReceiptDocument.F109)
        String officerId,
    @NotNull(message = ReceiptDocument.F109)
        @Pattern(
            regexp = "RECEIVED|RETURNED|MADE_UNDISCLOSABLE|STILL_PROTECTED",
            message = ReceiptDocument.F109)
        String kind,
    @NotNull(message = ReceiptDocument.F109)
        @Pattern(regexp = "[0-9A-Fa-f]{64}", message = ReceiptDocument.F109)
        String sealedSha256,
    @NotNull(message = ReceiptDocument.F109)
        @Pattern(
            regexp = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,15}Z",
            message = ReceiptDocument.F109)
        String at,
    @Pattern(regexp = "[\\P{Cntrl}]{1,500}", message = ReceiptDocument.F109)
        @Nullable String method,
    @Pattern(regexp = "RCL_[0-9]{8}_[0-9]{4,9}", message = ReceiptDocument.F109)
        @Nullable String recallId) {
  static final String F109 = "F109_SCHEMA";

  /** What an officer says about a response. */
  public enum Kind {
    /** It came, and these are its bytes. */
    RECEIVED,
    /** It was returned. */
    RETURNED,
    /** It was destroyed or made undisclosable, by a method that the document names. */
    MADE_UNDISCLOSABLE,
    /** It is still needed and still protected. */
    STILL_PROTECTED;

    /** Whether the officer holds nothing of it any more. */
    boolean ends() {
      return this == RETURNED || this == MADE_UNDISCLOSABLE;
    }
  }

  /** A method goes with its kind, and with no other; a receipt answers no recall. */
  @AssertTrue(message = F109)
  public boolean isComplete() {
    return "MADE_UNDISCLOSABLE".equals(kind) == (method != null)
        && !("RECEIVED".equals(kind) && recallId != null);
  }

  /** The time is one of the calendar. */
  @AssertTrue(message = F109)
  public boolean isDated() {
    if (at == null) {
      return true; // the constraint of the field says so
    }
    try {
      return Instant.parse(at).isAfter(Instant.EPOCH);
    } catch (DateTimeParseException noTime) {
      return false;
    }
  }

  /** Whether it says about itself what its name says. */
  boolean isNamed(FileId.OfReceipt name) {
    return responseId.equals(name.response().toString()) && officerId.equals(name.officer());
  }

  Kind said() {
    return Kind.valueOf(kind);
  }

  /** Names no value, because a partner wrote them. */
  @Override
  public String toString() {
    return "ReceiptDocument";
  }
}
