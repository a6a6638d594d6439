/**
 * Bytes to an {@link countersign.intake.OpenedFile}, to a committed file of screened rows in
 * slices: {@link countersign.intake.ScreenedSlice}.
 */
@NullMarked
package countersign.intake;

import org.jspecify.annotations.NullMarked;
