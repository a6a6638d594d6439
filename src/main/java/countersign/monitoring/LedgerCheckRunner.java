package countersign.monitoring;

import countersign.operations.LedgerCheck;
import countersign.request.ReasonCode;
import countersign.verification.Finding;
import countersign.verification.Report;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies the whole ledger and the tables on demand (a timer does so every night), logs an alarm
 * for each kind of finding, and remembers the result for the health check, the metrics and the
 * console.
 */
public final class LedgerCheckRunner implements LedgerCheck {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerCheckRunner.class);

  private final Supplier<Report> verify;
  private final Clock clock;
  private final Executor background;
  private final AtomicReference<@Nullable Result> last = new AtomicReference<>();
  private final AtomicBoolean running = new AtomicBoolean();

  /**
   * Creates a check that calls {@code verify}, which reads the whole ledger.
   *
   * @param verify its duration grows with the length of the ledger
   * @param background runs a check that a person starts
   */
  public LedgerCheckRunner(Supplier<Report> verify, Clock clock, Executor background) {
    this.verify = verify;
    this.clock = clock;
    this.background = background;
  }

  /**
   * Result of a verification.
   *
   * @param report what was found
   * @param at when the verification ended
   */
  public record Result(Report report, Instant at) {
    /** True if the ledger is as it was signed and the tables agree with it. */
    public boolean isFine() {
      return report.isFine();
    }
  }

  /** Verifies the ledger and the tables now. */
  public Result run() {
    Result result = new Result(verify.get(), clock.instant());
    last.set(result);
    alarm(result.report());
    return result;
  }

  private static void alarm(Report report) {
    report
        .counts()
        .forEach(
            (kind, count) ->
                LOG.error(
                    "{}  {}: {} findings, the first: {}",
                    ReasonCode.S505_AUDIT_TAMPER,
                    kind,
                    count,
                    first(report, kind)));
  }

  private static String first(Report report, String kind) {
    return report.findings().stream()
        .filter(finding -> finding.kind().equals(kind))
        .map(Finding::toString)
        .findFirst()
        .orElseGet(() -> kind.equals(Report.LEDGER) ? report.ledger().toString() : "not kept");
  }

  /** The last result; empty if nothing was verified since the start. */
  Optional<Result> result() {
    return Optional.ofNullable(last.get());
  }

  @Override
  public Optional<Checked> last() {
    return result()
        .map(
            known ->
                new Checked(
                    known.at(),
                    known.report().ledger().toString(),
                    known.report().count(),
                    known.report().findings().stream().map(Finding::toString).toList()));
  }

  @Override
  public boolean isRunning() {
    return running.get();
  }

  @Override
  public void start() {
    if (running.compareAndSet(false, true)) {
      background.execute(this::runAlone);
    }
  }

  private void runAlone() {
    try {
      run();
    } catch (IllegalStateException unread) {
      LOG.error("The ledger was not verified, because it could not be read", unread);
    } finally {
      running.set(false);
    }
  }
}
