package countersign.screening;

import countersign.request.FileDetail;
import org.jspecify.annotations.Nullable;

/**
 * A fault of stage 3.
 *
 * @param detail the part that the acknowledgement contains
 * @param field name of the field in the schema, for the command {@code screen} only; null if a line
 *     as a whole is at fault. Never a name or a value from the file.
 */
public record SchemaFault(FileDetail detail, @Nullable String field) {}
