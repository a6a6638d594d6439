package countersign.delivery;

import countersign.authority.Agreement;
import countersign.authority.Authority;
import countersign.lifecycle.Change;
import countersign.request.ReasonCode;
import countersign.stops.Stops;
import java.time.Instant;
import java.util.Optional;

/** Decides what a group releases, and releases it if nothing blocks it. Stateless. */
final class GroupRelease {
  private final Delivery.Parts parts;
  private final Authority authority;

  GroupRelease(Delivery.Parts parts, Authority authority) {
    this.parts = parts;
    this.authority = authority;
  }

  /**
   * Releases what is due.
   *
   * @return the cause if something prevents it
   */
  Optional<String> release(Change change, Group group) {
    ReleaseDecision due = due(group, change.now());
    if (due == ReleaseDecision.NOTHING) {
      return Optional.empty();
    }
    if (due != ReleaseDecision.END) {
      Optional<String> blocker = parts.blockers().first(group.disclosure(), change.now());
      if (blocker.isPresent()) {
        return blocker;
      }
      if (parts.keys().officers(group.officers(), group.terms().agency(), change.now()).isEmpty()) {
        return Optional.of(ReasonCode.D409_CRYPTO.name());
      }
      Stops.Halted halted = parts.blockers().halted(parts.groups(), group.id());
      boolean waits = due == ReleaseDecision.ALL && !halted.stopped().isEmpty();
      boolean last = due == ReleaseDecision.ALL && !waits;
      parts
          .steps()
          .releasing()
          .release(change, group, new ReleaseStep.Extent(last, !waits, halted));
      if (waits) {
        return Optional.of(ReleaseBlockers.STOPPED);
      }
    }
    if (due != ReleaseDecision.DISCLOSURES) {
      parts.groups().finish(group.id());
    }
    return Optional.empty();
  }

  /** What the group's agreement lets it release now. */
  ReleaseDecision due(Group group, Instant now) {
    Optional<Agreement> agreement = authority.agreement(group.terms().agreement());
    return agreement
        .map(terms -> ReleaseDecision.of(group, terms, authority.environment(), now))
        .orElse(ReleaseDecision.NOTHING);
  }

  /** Whether nothing of the group would be sealed now. */
  boolean needsNoKey(Group group, Instant now) {
    ReleaseDecision due = due(group, now);
    return due == ReleaseDecision.NOTHING || due == ReleaseDecision.END;
  }
}
