package countersign.oversight;

import countersign.console.Caller;
import countersign.console.Timestamps;
import countersign.request.Role;
import countersign.stops.Stop;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page of stops shows, in words. Stateless. */
final class StopsView {
  private final Clock clock;

  StopsView(Clock clock) {
    this.clock = clock;
  }

  /**
   * The content of the page.
   *
   * @param active stops in force, newest first
   * @param lifted lifted stops, newest first
   * @param maySet whether the reader may set a stop
   * @param counsel whether the reader is counsel, who may also set a veto and stop a person
   */
  record StopLists(
      List<ListedStop> active, List<ListedStop> lifted, boolean maySet, boolean counsel) {}

  /**
   * A stop.
   *
   * @param inForce time at which the last upload in its scope ended; null if one is still running
   * @param proposal the proposal that another person can confirm now; null if there is none
   * @param proposed the proposal that was confirmed; null while it is in force
   * @param step the next step of lifting that the reader may take; null if there is none
   */
  record ListedStop(
      long id,
      boolean veto,
      String scope,
      String reason,
      String setBy,
      Timestamps set,
      @Nullable Timestamps inForce,
      @Nullable ListedProposal proposal,
      @Nullable ListedProposal proposed,
      @Nullable String liftedBy,
      @Nullable Timestamps lifted,
      @Nullable String liftReason,
      @Nullable String step) {}

  /** A proposal to lift a stop. */
  record ListedProposal(String by, Timestamps at, String until, String reason) {}

  /** The content of the page, for this reader. */
  StopLists of(List<StopJson> stops, Caller reader) {
    List<ListedStop> rows = stops.stream().map(stop -> row(stop, reader)).toList();
    return new StopLists(
        rows.stream().filter(row -> row.lifted() == null).toList(),
        rows.stream().filter(row -> row.lifted() != null).toList(),
        reader.is(Role.OPERATOR) || reader.is(Role.COUNSEL) || reader.is(Role.PRIVACY_OFFICER),
        reader.is(Role.COUNSEL));
  }

  private ListedStop row(StopJson stop, Caller caller) {
    StopJson.ProposalJson proposal = stop.proposal();
    boolean open =
        stop.active() && proposal != null && clock.instant().isBefore(proposal.expiresAt());
    return new ListedStop(
        stop.id(),
        stop.veto(),
        stop.scope().equals("ALL")
            ? words(stop.scope())
            : words(stop.scope()) + " " + stop.value().replaceFirst("^person-", ""),
        stop.reason(),
        stop.setBy(),
        Timestamps.at(stop.setAt(), clock),
        Timestamps.of(stop.inForceAt(), clock),
        open ? listed(proposal) : null,
        stop.active() || proposal == null ? null : listed(proposal),
        stop.liftedBy(),
        Timestamps.of(stop.liftedAt(), clock),
        stop.liftReason(),
        step(stop, open ? proposal : null, caller));
  }

  private ListedProposal listed(StopJson.ProposalJson proposal) {
    return new ListedProposal(
        proposal.proposedBy(),
        Timestamps.at(proposal.proposedAt(), clock),
        Timestamps.at(proposal.expiresAt(), clock).utc(),
        proposal.reason());
  }

  private static @Nullable String step(
      StopJson stop, StopJson.@Nullable ProposalJson open, Caller caller) {
    boolean counsel = caller.is(Role.COUNSEL);
    boolean setter = stop.setBy().equalsIgnoreCase(caller.account());
    boolean may = stop.active() && (counsel || (!stop.veto() && caller.is(Role.PRIVACY_OFFICER)));
    if (!may || (open != null && open.proposedBy().equalsIgnoreCase(caller.account()))) {
      return null;
    }
    boolean proposes = open == null || setter;
    return proposes && stop.veto() && !setter ? null : proposes ? "Propose to lift" : "Lift";
  }

  /** The name of a scope, as people read it. */
  static String words(String scope) {
    return switch (Stop.Scope.valueOf(scope)) {
      case SUBJECT -> "Person";
      case DISTRICT -> "Judicial district";
      case PICKED_UP -> "Files picked up on";
      case ALL -> "Everything";
      case AGREEMENT -> "Agreement";
      case AGENCY -> "Agency";
      case FILE -> "File";
      case OFFICER -> "Officer";
    };
  }
}
