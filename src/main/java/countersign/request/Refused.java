package countersign.request;

import java.util.List;

/**
 * The partner's file cannot be taken: the answer is an acknowledgement with these codes. One of the
 * four ways to say no.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The codes, at least one. */
  private final transient List<ReasonCode> codes;

  private final transient List<FileDetail> details;

  /**
   * Refuses a file.
   *
   * @param codes at least one
   * @param details which of the closed list of details apply; may be empty
   */
  public Refused(List<ReasonCode> codes, List<FileDetail> details) {
    super(codes + " " + details);
    this.codes = List.copyOf(codes);
    this.details = List.copyOf(details);
  }

  /** Why, at least one code. */
  public List<ReasonCode> codes() {
    return codes;
  }

  /** Which detail, for the acknowledgement's {@code fileDetails}. */
  public List<FileDetail> details() {
    return details;
  }
}
