package countersign.stops;

import countersign.authority.ActionSignatures;
import countersign.authority.Enrolment.Enrolled;
import countersign.ledger.Event;
import countersign.request.Role;
import countersign.request.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Whether the ledger's events end a stop. They do only with the signatures of two enrolled people
 * below the proposal and the lift. Stateless.
 *
 * @see <a href="../../../../../docs/rules.md">R9</a>
 */
public final class SignedLifts {
  private final ActionSignatures signatures;

  /** Creates the rule, with the signatures that count. */
  public SignedLifts(ActionSignatures signatures) {
    this.signatures = signatures;
  }

  /** An event that an enrolled person signed. */
  private record Signed(Event event, Enrolled who) {
    String account() {
      return who.key().account();
    }

    boolean asCounsel() {
      return who.person().roles().contains(Role.COUNSEL);
    }
  }

  /**
   * True if two people lifted the stop after it was set.
   *
   * @param stop the event of its setting
   * @param later the events about it after that one, oldest first
   */
  public boolean end(Event stop, List<Event> later) {
    List<Signed> proposals = new ArrayList<>();
    for (Event event : later) {
      if (!isAbout(stop, event)) {
        continue;
      }
      Signed signed = signatures.signerOf(event).map(who -> new Signed(event, who)).orElse(null);
      if (signed != null && event.verb() == Verb.PROPOSE) {
        proposals.add(signed);
      }
      if (signed != null
          && event.verb() == Verb.LIFT
          && proposals.stream().anyMatch(proposal -> mayLift(stop, proposal, signed))) {
        return true;
      }
    }
    return false;
  }

  /** The subject and the scope are in the signed bytes; the columns of the table are not. */
  private static boolean isAbout(Event stop, Event event) {
    return event.subject().equals(stop.subject())
        && Objects.equals(event.facts().get("scope"), stop.facts().get("scope"))
        && Objects.equals(event.facts().get("value"), stop.facts().get("value"));
  }

  private boolean mayLift(Event stop, Signed proposal, Signed lift) {
    boolean inTime =
        !proposal.event().at().isBefore(stop.at())
            && !lift.event().at().isBefore(proposal.event().at())
            && lift.event().at().isBefore(proposal.event().at().plus(JdbcStopLifting.LIFETIME));
    String setter = stop.actor().id();
    if (!inTime
        || isSamePerson(proposal.account(), lift.account())
        || isSamePerson(setter, lift.account())) {
      return false;
    }
    return Stop.Kind.VETO.name().equals(stop.facts().get("kind"))
        ? proposal.asCounsel() && lift.asCounsel() && isSamePerson(setter, proposal.account())
        : proposal.asCounsel() || lift.asCounsel();
  }

  private boolean isSamePerson(String account, String other) {
    return signatures.enrolment().isSamePerson(account, other);
  }
}
