package countersign.stops;

import countersign.authority.Enrolment;
import countersign.lifecycle.Change;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.StopsLock;
import countersign.request.ReasonCode;
import countersign.request.Role;
import countersign.request.Verb;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lifts stops and vetoes in two steps by two people: a proposal, and its confirmation before it
 * expires. Stateless.
 *
 * @see <a href="../../../../../docs/rules.md">R9</a>
 */
final class JdbcStopLifting {
  /** How long a proposal can be confirmed. */
  static final Duration LIFETIME = Duration.ofHours(24);

  private static final String UNCHANGED = " The stop is still in force.";
  private final JdbcClient jdbc;
  private final Lifecycle lifecycle;
  private final StopsLock lock;
  private final JdbcStopRows rows;
  private final Enrolment enrolment;

  JdbcStopLifting(
      JdbcClient jdbc,
      Lifecycle lifecycle,
      StopsLock lock,
      JdbcStopRows rows,
      Enrolment enrolment) {
    this.jdbc = jdbc;
    this.lifecycle = lifecycle;
    this.lock = lock;
    this.rows = rows;
    this.enrolment = enrolment;
  }

  /** A person, the stop that this person wants to lift, and the reason. */
  private record Step(Stop stop, Stops.Lifter who, String reason) {
    String account() {
      return who.actor().id();
    }
  }

  Optional<Stop> lift(long number, Stops.Lifter lifter, String reason) {
    Optional<Stops.NotAllowed> refusal =
        lifecycle.change(
            lifter.actor(),
            change -> {
              lock.exclusive();
              return rows.find(number)
                  .filter(Stop::active)
                  .flatMap(stop -> take(change, new Step(stop, registered(lifter), reason)));
            });
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    return rows.find(number);
  }

  /** Without the role of counsel if the register does not list it: the signature decides later. */
  private Stops.Lifter registered(Stops.Lifter lifter) {
    boolean counsel = lifter.asCounsel() && enrolment.lists(lifter.actor().id(), Role.COUNSEL);
    return new Stops.Lifter(lifter.actor(), counsel);
  }

  /** Takes the next step, or records the attempt to get past a veto; returns the refusal. */
  private Optional<Stops.NotAllowed> take(Change change, Step step) {
    Stop stop = step.stop();
    boolean proposed = stop.isProposedAt(change.now());
    boolean confirms = proposed && !isSetter(step);
    Optional<Stops.NotAllowed> refusal =
        (proposed ? sameProposer(step) : Optional.<Stops.NotAllowed>empty())
            .or(() -> withoutCounsel(step, confirms));
    if (refusal.isPresent()) {
      if (stop.kind() == Stop.Kind.VETO) {
        change.event(
            Verb.ATTEMPT,
            JdbcStops.subject(stop.number()),
            Map.of("step", Verb.LIFT.storedName(), "code", refusal.get().code().name()));
      }
    } else if (confirms) {
      confirm(change, step);
    } else {
      propose(change, step);
    }
    return refusal;
  }

  private Optional<Stops.NotAllowed> sameProposer(Step step) {
    Stop.Proposal proposal = Objects.requireNonNull(step.stop().proposal());
    return isSamePerson(proposal.by(), step.account())
        ? refused(
            step,
            "%s proposed to lift stop %d. Another person must confirm it before %s."
                .formatted(proposal.by(), step.stop().number(), proposal.expiresAt()))
        : Optional.empty();
  }

  private Optional<Stops.NotAllowed> withoutCounsel(Step step, boolean confirms) {
    Stop stop = step.stop();
    boolean counsel = step.who().asCounsel();
    if (stop.kind() == Stop.Kind.VETO) {
      if (!counsel) {
        return refused(step, "Only counsel lifts a veto.");
      }
      return confirms || isSetter(step)
          ? Optional.empty()
          : refused(
              step,
              "%s set veto %d and must propose to lift it. A second counsel then confirms."
                  .formatted(stop.setBy(), stop.number()));
    }
    Stop.Proposal proposal = stop.proposal();
    boolean proposedByCounsel = proposal != null && proposal.asCounsel();
    return confirms && !counsel && !proposedByCounsel
        ? refused(
            step,
            "Neither of the two people is counsel. Counsel must confirm that stop %d is lifted."
                .formatted(stop.number()))
        : Optional.empty();
  }

  private static Optional<Stops.NotAllowed> refused(Step step, String sentence) {
    ReasonCode code =
        step.stop().kind() == Stop.Kind.VETO
            ? ReasonCode.A110_COUNSEL_REFUSED
            : ReasonCode.S506_ACCESS;
    return Optional.of(new Stops.NotAllowed(code, sentence + UNCHANGED));
  }

  private boolean isSetter(Step step) {
    return isSamePerson(step.stop().setBy(), step.account());
  }

  private boolean isSamePerson(String account, String other) {
    return enrolment.isSamePerson(account, other);
  }

  private void propose(Change change, Step step) {
    jdbc.sql(
            """
            insert into stop_lift_proposal (stop, proposed_by, counsel, proposed_at, expires_at, reason)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            step.stop().number(),
            step.account(),
            step.who().asCounsel(),
            Timestamp.from(change.now()),
            Timestamp.from(change.now().plus(LIFETIME)),
            step.reason())
        .update();
    change.event(
        Verb.PROPOSE, JdbcStops.subject(step.stop().number()), JdbcStops.facts(step.stop()));
  }

  private void confirm(Change change, Step step) {
    Stop.Proposal proposal = Objects.requireNonNull(step.stop().proposal());
    jdbc.sql(
            """
            insert into stop_lift (stop, proposal, lifted_by, counsel, lifted_at, reason)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            step.stop().number(),
            proposal.number(),
            step.account(),
            step.who().asCounsel(),
            Timestamp.from(change.now()),
            step.reason())
        .update();
    change.event(Verb.LIFT, JdbcStops.subject(step.stop().number()), JdbcStops.facts(step.stop()));
  }
}
