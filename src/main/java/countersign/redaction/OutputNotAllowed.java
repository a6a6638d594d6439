package countersign.redaction;

import countersign.request.ReasonCode;

/**
 * Thrown when an item contains something that is not on the allow-list, or is too long; the item
 * never leaves the gateway.
 */
public final class OutputNotAllowed extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  OutputNotAllowed(String what) {
    super(ReasonCode.D408_OUTPUT_NOT_ALLOWED + "  A result %s. Nothing was sent.".formatted(what));
  }

  /** Always {@link ReasonCode#D408_OUTPUT_NOT_ALLOWED}. */
  public ReasonCode code() {
    return ReasonCode.D408_OUTPUT_NOT_ALLOWED;
  }
}
