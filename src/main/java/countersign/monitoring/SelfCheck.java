package countersign.monitoring;

import countersign.ledger.VerificationResult;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the whole ledger when it is told to (a timer does, nightly) and remembers what it found,
 * so that health and a meter can say so until the next time.
 */
public final class SelfCheck {
  private final Supplier<VerificationResult> verify;
  private final Clock clock;
  private final AtomicReference<@Nullable Result> last = new AtomicReference<>();

  /**
   * Checks by {@code verify}, which reads the whole ledger.
   *
   * @param verify takes as long as the ledger is
   */
  public SelfCheck(Supplier<VerificationResult> verify, Clock clock) {
    this.verify = verify;
    this.clock = clock;
  }

  /**
   * What was found, and when.
   *
   * @param verdict what
   * @param at when it was finished
   */
  public record Result(VerificationResult verdict, Instant at) {
    /** Whether the ledger was as it was signed. */
    public boolean isFine() {
      return verdict instanceof VerificationResult.Consistent;
    }
  }

  /** Verifies now. */
  public Result run() {
    Result result = new Result(verify.get(), clock.instant());
    last.set(result);
    return result;
  }

  /** What was found last; empty if nothing was verified since the start. */
  public Optional<Result> last() {
    return Optional.ofNullable(last.get());
  }
}
