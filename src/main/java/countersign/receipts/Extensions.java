package countersign.receipts;

import countersign.lifecycle.Change;
import countersign.lifecycle.Lifecycle;
import countersign.request.Actor;
import countersign.request.Verb;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * Gives an officer more time for a receipt or a disposition: one person proposes a day, another one
 * confirms it within 24 hours. Stateless.
 */
public final class Extensions {
  private static final Duration LAPSES = Duration.ofHours(24);

  private final Lifecycle lifecycle;
  private final JdbcExtensions rows;
  private final Clock clock;

  Extensions(Lifecycle lifecycle, JdbcExtensions rows, Clock clock) {
    this.lifecycle = lifecycle;
    this.rows = rows;
    this.clock = clock;
  }

  /** What became of a person's step. */
  public enum Outcome {
    /** Another person can confirm it. */
    PROPOSED,
    /** Two people have set the day. */
    EXTENDED,
    /** The person who proposed it cannot confirm it. */
    SAME_PERSON,
    /** Nothing is due under this id, or the day is not in the future. */
    NOTHING
  }

  /**
   * What is to be extended.
   *
   * @param until the new day
   */
  public record Wanted(String response, String officer, DueItem.What what, LocalDate until) {
    String custody() {
      return response + "/" + officer;
    }
  }

  /** Proposes a day, or confirms it if another person has proposed the same one. COMMITS. */
  public Outcome extend(Wanted wanted, Actor who, String reason) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!wanted.until().isAfter(today) || !rows.isDue(wanted)) {
      return Outcome.NOTHING;
    }
    return lifecycle.change(who, change -> step(change, wanted, who, reason));
  }

  private Outcome step(Change change, Wanted wanted, Actor who, String reason) {
    Optional<JdbcExtensions.Proposal> open = rows.proposal(wanted, change.now().minus(LAPSES));
    if (open.isEmpty()) {
      rows.propose(wanted, who.id(), change.now());
      record(change, Verb.PROPOSE, wanted, reason);
      return Outcome.PROPOSED;
    }
    if (open.get().by().equalsIgnoreCase(who.id())) {
      return Outcome.SAME_PERSON;
    }
    rows.confirm(open.get().number(), who.id(), change.now());
    record(change, Verb.PROLONG, wanted, reason);
    return Outcome.EXTENDED;
  }

  private static void record(Change change, Verb verb, Wanted wanted, String reason) {
    change.event(
        verb,
        wanted.response(),
        Change.withReason(
            Map.of(
                "officer",
                wanted.officer(),
                "what",
                wanted.what().name(),
                "until",
                wanted.until().toString()),
            reason));
    change.remark(verb, wanted.response(), reason);
  }
}
