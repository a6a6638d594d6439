package countersign.intake;

import countersign.request.FileDetail;

/** One line does not follow the published schema in a way that refuses the file; says how. */
final class LineFault extends Exception {
  private static final long serialVersionUID = 1L;
  private final FileDetail.Detail detail;

  LineFault(FileDetail.Detail detail) {
    super(detail.name(), null, false, false);
    this.detail = detail;
  }

  FileDetail.Detail detail() {
    return detail;
  }
}
