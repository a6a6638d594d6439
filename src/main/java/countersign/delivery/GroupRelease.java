package countersign.delivery;

import countersign.authority.Agreement;
import countersign.authority.Authority;
import countersign.lifecycle.Change;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.Work;
import countersign.lifecycle.WorkQueue;
import countersign.request.Actor;
import countersign.request.ReasonCode;
import countersign.request.ResponseId;
import countersign.stops.Stops;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** Queues every group that has something to release now and is not queued yet. */
  Delivery.GroupsQueued queueDue(Lifecycle lifecycle, Work work, Instant now) {
    Set<String> waiting =
        work.rows(WorkQueue.RELEASE, false, Integer.MAX_VALUE).stream()
            .map(Work.QueuedWork::id)
            .collect(Collectors.toSet());
    int queued = 0;
    Optional<Instant> next = Optional.empty();
    for (Group group : parts.groups().running()) {
      String id = group.id().toString();
      if (waiting.contains(id)) {
        continue;
      }
      if (due(group, now) != ReleaseDecision.NOTHING) {
        lifecycle.run(Actor.GATEWAY, change -> change.next(WorkQueue.RELEASE, id));
        queued++;
      }
      next =
          Stream.concat(next.stream(), nextTime(group, now).stream())
              .min(Comparator.naturalOrder());
    }
    return new Delivery.GroupsQueued(queued, next);
  }

  /** Queues the group of a delivered response if it has something to release now. */
  void queueNext(Lifecycle lifecycle, ResponseId delivered, Instant now) {
    parts
        .groups()
        .of(delivered)
        .filter(group -> due(group, now) != ReleaseDecision.NOTHING)
        .ifPresent(
            group ->
                lifecycle.run(
                    Actor.GATEWAY,
                    change -> change.next(WorkQueue.RELEASE, group.id().toString())));
  }

  /** The next time at which the group may release something; empty if its agreement has none. */
  private Optional<Instant> nextTime(Group group, Instant now) {
    return authority
        .agreement(group.terms().agreement())
        .flatMap(terms -> ReleaseDecision.nextTime(group, terms, now));
  }

  /** Whether nothing of the group would be sealed now. */
  boolean needsNoKey(Group group, Instant now) {
    ReleaseDecision due = due(group, now);
    return due == ReleaseDecision.NOTHING || due == ReleaseDecision.END;
  }
}
