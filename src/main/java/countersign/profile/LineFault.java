package countersign.profile;

import countersign.request.FileDetail;

/** One line does not follow the published schema in a way that refuses the file; says how. */
public final class LineFault extends Exception {
  private static final long serialVersionUID = 1L;
  private final FileDetail.Detail detail;

  public LineFault(FileDetail.Detail detail) {
    super(detail.name(), null, false, false);
    this.detail = detail;
  }

  public FileDetail.Detail detail() {
    return detail;
  }
}
