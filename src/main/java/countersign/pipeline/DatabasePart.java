package countersign.pipeline;

import countersign.operations.BackgroundPart;
import countersign.operations.LastKnown;
import countersign.request.Unavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Tells within moments whether the database answers, even if it is frozen. Thread-safe. */
final class DatabasePart implements BackgroundPart {
  private static final Duration FRESH = Duration.ZERO;

  /** A busy database must not count as one that is away. Only the first caller waits so long. */
  private static final Duration PATIENCE = Duration.ofMillis(700);

  private final LastKnown<Boolean> answers;

  DatabasePart(BooleanSupplier isReachable) {
    this.answers = new LastKnown<>("database", FRESH, PATIENCE, () -> ask(isReachable));
  }

  private static boolean ask(BooleanSupplier isReachable) {
    if (isReachable.getAsBoolean()) {
      return true;
    }
    throw new Unavailable(Unavailable.DATABASE_DOWN, "The database does not answer.", null);
  }

  @Override
  public Optional<String> fault() {
    Optional<LastKnown.Aged<Boolean>> known = answers.get();
    if (known.isPresent() && known.get().current()) {
      return Optional.empty();
    }
    return Optional.of(
        known
            .map(
                last ->
                    "%s  the database has not answered for %d s"
                        .formatted(Unavailable.DATABASE_DOWN, last.age().toSeconds()))
            .orElse(Unavailable.DATABASE_DOWN + "  the database has not answered yet"));
  }
}
