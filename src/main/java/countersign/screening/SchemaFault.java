package countersign.screening;

import countersign.profile.LineFault;
import countersign.request.FileDetail;
import countersign.request.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * A fault of stage 3.
 *
 * @param detail the part that the acknowledgement contains
 * @param field name of the field, for the command {@code screen} only; null if a line as a whole is
 *     at fault. Never a value from the file.
 * @param cure what the sender can do, for {@code screen} only; null for the usual cure of the
 *     detail
 */
public record SchemaFault(FileDetail detail, @Nullable String field, @Nullable String cure) {
  /** The fault of a line, with the detail for the acknowledgement. */
  static SchemaFault of(ReasonCode code, LineFault fault, long line) {
    return new SchemaFault(new FileDetail(code, fault.detail(), line), fault.field(), fault.cure());
  }
}
