package countersign.profile;

import countersign.request.FileDetail;

/** Thrown when a line violates the published schema in a way that refuses the whole file. */
public final class LineFault extends Exception {
  private static final long serialVersionUID = 1L;
  private final FileDetail.Detail detail;

  /** Creates a fault with the detail for the acknowledgement. */
  public LineFault(FileDetail.Detail detail) {
    super(detail.name(), null, false, false);
    this.detail = detail;
  }

  /** Detail for the acknowledgement. */
  public FileDetail.Detail detail() {
    return detail;
  }
}
