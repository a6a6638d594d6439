package countersign.profile;

import countersign.request.FileDetail;
import org.jspecify.annotations.Nullable;

/** Thrown when a line violates the published schema in a way that refuses the whole file. */
public final class LineFault extends Exception {
  private static final long serialVersionUID = 1L;
  private final FileDetail.Detail detail;
  private final @Nullable String field;
  private final @Nullable String cure;

  /** Creates a fault of the line as a whole, with the detail for the acknowledgement. */
  public LineFault(FileDetail.Detail detail) {
    this(detail, null);
  }

  /**
   * Creates a fault of one field.
   *
   * @param field name of the field, with dots; null if the line as a whole is at fault. A name that
   *     is not in the schema comes from {@link ForeignName}.
   */
  public LineFault(FileDetail.Detail detail, @Nullable String field) {
    this(detail, field, null);
  }

  /**
   * Creates a fault whose cure depends on more than the detail.
   *
   * @param cure what to do, one sentence; null for the usual cure of the detail
   */
  public LineFault(FileDetail.Detail detail, @Nullable String field, @Nullable String cure) {
    super(detail.name(), null, false, false);
    this.detail = detail;
    this.field = field;
    this.cure = cure;
  }

  /** Detail for the acknowledgement. */
  public FileDetail.Detail detail() {
    return detail;
  }

  /**
   * Name of the field; null if the line as a whole is at fault. Only for the sender, who has the
   * file; never for an acknowledgement or a log.
   */
  public @Nullable String field() {
    return field;
  }

  /** What the sender can do; null for the usual cure of the detail. */
  public @Nullable String cure() {
    return cure;
  }
}
