package countersign.disclosure;

import static countersign.disclosure.ApprovalVerification.require;

import countersign.approval.JdbcApprovals.Signed;
import countersign.disclosure.ApprovalVerification.Candidate;
import countersign.disclosure.ApprovalVerification.DoesNotCount;
import countersign.ledger.Event;
import countersign.request.Verb;
import countersign.statement.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Checks that an approval is the newest word about its request: its statement is stored once and in
 * one event of the ledger, and no denial, reconsideration, lift or lapse was recorded after it. A
 * copy of an old approval does not count, because the ledger keeps the event of the original.
 * Stateless.
 *
 * @see <a href="../../../../../docs/rules.md">R9, R51</a>
 */
final class StandingCheck {
  private static final Set<Verb> ENDING =
      EnumSet.of(Verb.DECLINE, Verb.RECONSIDER, Verb.LIFT, Verb.LAPSE);

  private StandingCheck() {}

  static void assertStands(Candidate candidate, Signed signed, Statement said) throws DoesNotCount {
    String hash = signed.hash();
    List<Event> told = candidate.told();
    int[] places =
        IntStream.range(0, told.size())
            .filter(at -> hash.equals(told.get(at).facts().get("statement")))
            .toArray();
    require(places.length > 0, VerificationCause.NOT_RECORDED);
    require(places.length == 1 && rows(candidate, hash) == 1, VerificationCause.SIGNED_TWICE);
    require(
        told.subList(places[0] + 1, told.size()).stream()
                .noneMatch(later -> ENDING.contains(later.verb()))
            && told.stream()
                .filter(event -> ENDING.contains(event.verb()))
                .noneMatch(end -> said.at().isBefore(end.at())),
        VerificationCause.OLDER_THAN_LAST_DECISION);
  }

  private static long rows(Candidate candidate, String hash) {
    return candidate.rows().stream()
        .map(row -> row.signed())
        .filter(Objects::nonNull)
        .filter(signed -> signed.hash().equals(hash))
        .count();
  }
}
