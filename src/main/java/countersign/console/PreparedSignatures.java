package countersign.console;

import countersign.approval.DecisionNote;
import countersign.statement.StatementSigner.Prepared;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was chosen for each statement that was shown to a person and is not signed yet: two minutes
 * long, for one signature. Lost at a restart; the person then starts again. Thread-safe.
 */
final class PreparedSignatures {
  /** The time that a person has to sign. */
  static final Duration LIFETIME = Duration.ofMinutes(2);

  private static final int MOST_OF_ONE_ACCOUNT = 20;
  private final Map<Shown, Entry> entries = new ConcurrentHashMap<>();
  private final Clock clock;

  PreparedSignatures(Clock clock) {
    this.clock = clock;
  }

  /** A statement that an account saw, by its digest. */
  private record Shown(String account, String digest) {}

  private record Entry(Prepared prepared, Instant until) {}

  /** The time and the salt of a statement that is to be shown now. */
  Prepared choose() {
    return new Prepared(clock.instant().truncatedTo(ChronoUnit.MILLIS), DecisionNote.newSalt());
  }

  /** Keeps what was chosen for a statement; returns until when it can be signed. */
  synchronized Instant keep(String account, String digest, Prepared prepared) {
    Instant now = clock.instant();
    entries.values().removeIf(entry -> !now.isBefore(entry.until()));
    List<Map.Entry<Shown, Entry>> own =
        entries.entrySet().stream()
            .filter(entry -> entry.getKey().account().equals(account))
            .sorted(Comparator.comparing(entry -> entry.getValue().until()))
            .toList();
    if (own.size() >= MOST_OF_ONE_ACCOUNT) {
      entries.remove(own.get(0).getKey());
    }
    Instant until = prepared.at().plus(LIFETIME);
    entries.put(new Shown(account, digest), new Entry(prepared, until));
    return until;
  }

  /** What was chosen for a statement that this account saw; the second time, nothing. */
  synchronized Optional<Prepared> take(String account, String digest) {
    return Optional.ofNullable(entries.remove(new Shown(account, digest)))
        .filter(entry -> clock.instant().isBefore(entry.until()))
        .map(Entry::prepared);
  }
}
