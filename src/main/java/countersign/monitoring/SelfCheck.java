package countersign.monitoring;

import countersign.ledger.VerificationResult;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the whole ledger on demand (a timer does so every night) and remembers the result for
 * the health check and a metric.
 */
public final class SelfCheck {
  private final Supplier<VerificationResult> verify;
  private final Clock clock;
  private final AtomicReference<@Nullable Result> last = new AtomicReference<>();

  /**
   * Creates a check that calls {@code verify}, which reads the whole ledger.
   *
   * @param verify its duration grows with the length of the ledger
   */
  public SelfCheck(Supplier<VerificationResult> verify, Clock clock) {
    this.verify = verify;
    this.clock = clock;
  }

  /**
   * Result of a verification.
   *
   * @param verdict what was found
   * @param at when the verification ended
   */
  public record Result(VerificationResult verdict, Instant at) {
    /** True if the ledger is as it was signed. */
    public boolean isFine() {
      return verdict instanceof VerificationResult.Consistent;
    }
  }

  /** Verifies the ledger now. */
  public Result run() {
    Result result = new Result(verify.get(), clock.instant());
    last.set(result);
    return result;
  }

  /** The last result; empty if the ledger was not verified since the start. */
  public Optional<Result> last() {
    return Optional.ofNullable(last.get());
  }
}
