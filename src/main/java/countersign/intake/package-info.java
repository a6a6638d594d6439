/**
 * From a partner's bytes to screened requests in slices. Routes use {@link
 * countersign.intake.Intake}, the inbox poller uses {@link countersign.intake.Inbox}, console and
 * timers use {@link countersign.intake.HeldFiles}.
 */
@NullMarked
package countersign.intake;

import org.jspecify.annotations.NullMarked;
