package countersign.profile;

import countersign.request.FileDetail;
import org.jspecify.annotations.Nullable;

/** Thrown when a line violates the published schema in a way that refuses the whole file. */
public final class LineFault extends Exception {
  private static final long serialVersionUID = 1L;
  private final FileDetail.Detail detail;
  private final @Nullable String field;

  /** Creates a fault of the line as a whole, with the detail for the acknowledgement. */
  public LineFault(FileDetail.Detail detail) {
    this(detail, null);
  }

  /**
   * Creates a fault of one field.
   *
   * @param field name of the field in the schema, with dots; null if the line as a whole is at
   *     fault. Never a name from the file.
   */
  public LineFault(FileDetail.Detail detail, @Nullable String field) {
    super(detail.name(), null, false, false);
    this.detail = detail;
    this.field = field;
  }

  /** Detail for the acknowledgement. */
  public FileDetail.Detail detail() {
    return detail;
  }

  /** Name of the field in the schema; null if the line as a whole is at fault. */
  public @Nullable String field() {
    return field;
  }
}
