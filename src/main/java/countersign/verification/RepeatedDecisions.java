package countersign.verification;

import countersign.request.Verb;
import countersign.verification.RecordedEvents.Numbered;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names decisions on a request that were copied, and approvals that a later decision ended. */
final class RepeatedDecisions {
  private static final Set<Verb> APPROVING = EnumSet.of(Verb.ENDORSE, Verb.COUNTERSIGN);
  private static final Set<Verb> ENDING =
      EnumSet.of(Verb.DECLINE, Verb.RECONSIDER, Verb.LIFT, Verb.LAPSE);

  private final String request;
  private final Findings.Of rows;
  private final Findings.Of events;

  RepeatedDecisions(String request, Findings findings) {
    this.request = Finding.printable(request);
    this.rows = findings.about("approvals", "approval");
    this.events = findings.about("approvals", "event");
  }

  void compare(RecordedEvents told, List<SignedRow> decisions) {
    events(told.events());
    rows(decisions, told.events());
  }

  private void events(List<Numbered> told) {
    Set<String> seen = new HashSet<>();
    Instant ended = Instant.MIN;
    for (Numbered one : told) {
      String statement = one.fact("statement");
      events.require(
          statement.isEmpty() || seen.add(statement),
          Long.toString(one.id()),
          "An earlier event has the same decision on %s.".formatted(request));
      Instant at = one.event().at();
      if (ENDING.contains(one.verb())) {
        ended = at.isAfter(ended) ? at : ended;
      }
      events.require(
          !APPROVING.contains(one.verb()) || !at.isBefore(ended),
          Long.toString(one.id()),
          "This approval of %s is older than the denial, lift or lapse before it."
              .formatted(request));
    }
  }

  private void rows(List<SignedRow> decisions, List<Numbered> told) {
    Set<String> seen = new HashSet<>();
    for (SignedRow row : decisions) {
      rows.require(
          !row.isSigned() || seen.add(row.statementHash()),
          Long.toString(row.number()),
          "The same signed decision on %s is stored twice.".formatted(request));
      rows.require(
          !isInForce(row, decisions) || !isEnded(row, told),
          Long.toString(row.number()),
          "This approval of %s is older than a denial, lift or lapse that the ledger recorded."
              .formatted(request));
    }
  }

  /** Whether the table lets an approval count; a lift and a lapse after it end it. */
  private static boolean isInForce(SignedRow row, List<SignedRow> decisions) {
    return isStep(row, APPROVING)
        && decisions.stream()
            .filter(later -> later.number() > row.number())
            .noneMatch(later -> isStep(later, EnumSet.of(Verb.LIFT, Verb.LAPSE)));
  }

  private static boolean isEnded(SignedRow row, List<Numbered> told) {
    return told.stream()
        .filter(one -> one.verb() == Verb.LIFT || one.verb() == Verb.LAPSE)
        .anyMatch(end -> row.columns().at().isBefore(end.event().at()));
  }

  private static boolean isStep(SignedRow row, Set<Verb> steps) {
    return steps.stream().anyMatch(step -> step.name().equals(row.step()));
  }
}
