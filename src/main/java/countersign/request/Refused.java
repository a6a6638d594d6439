package countersign.request;

import java.util.List;

/**
 * Thrown when a partner's file is rejected; the acknowledgement carries these codes. See also
 * {@link Held} and {@link Unavailable}.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<ReasonCode> codes;

  private final transient List<FileDetail> details;

  /**
   * Rejects a file.
   *
   * @param codes reasons, at least one
   * @param details which parts of the codes apply; may be empty
   */
  public Refused(List<ReasonCode> codes, List<FileDetail> details) {
    super(details.isEmpty() ? codes.toString() : codes + " " + details);
    this.codes = List.copyOf(codes);
    this.details = List.copyOf(details);
  }

  /** Reasons, at least one. */
  public List<ReasonCode> codes() {
    return codes;
  }

  /** Details for the acknowledgement's {@code fileDetails}; may be empty. */
  public List<FileDetail> details() {
    return details;
  }
}
