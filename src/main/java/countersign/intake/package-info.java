/**
 * From a partner's bytes to screened requests in slices. Routes use {@link
 * countersign.intake.Intake}, package {@code inbox} uses {@link countersign.intake.FileMoves},
 * console and timers use {@link countersign.intake.HeldDecisions}.
 */
@NullMarked
package countersign.intake;

import org.jspecify.annotations.NullMarked;
