package countersign.pipeline;

import countersign.clock.ClockCheck;
import countersign.operations.OutageLog;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pauses the timers while this gateway's clock is wrong, and says so. Polls, queues and changes of
 * state ask the {@link ClockCheck} themselves.
 */
final class StepAside implements BackgroundWorker.Task {
  private static final Logger LOG = LoggerFactory.getLogger(StepAside.class);

  private final ClockCheck check;
  private final Runnable pauseTimers;
  private final Runnable resumeTimers;
  private final OutageLog outages = new OutageLog(System::nanoTime);
  private boolean aside;

  StepAside(ClockCheck check, Runnable pauseTimers, Runnable resumeTimers) {
    this.check = check;
    this.pauseTimers = pauseTimers;
    this.resumeTimers = resumeTimers;
  }

  @Override
  public boolean once() {
    check.compareIfDue();
    Optional<String> fault = check.fault();
    fault.ifPresent(words -> outages.failed(ClockCheck.CLOCK_WRONG, "everything"));
    if (fault.isPresent() && !aside) {
      LOG.error("{}.", fault.get());
      pauseTimers.run();
    } else if (fault.isEmpty() && aside) {
      LOG.info("The clock of this gateway is right again; it goes on");
      resumeTimers.run();
    }
    aside = fault.isPresent();
    return false;
  }
}
