package countersign.incidents;

import countersign.lifecycle.Change;
import countersign.lifecycle.Lifecycle;
import countersign.request.Actor;
import countersign.request.ReasonCode;
import countersign.request.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens incidents, records who was told, and closes them by two people. Stateless. */
public final class Incidents {
  private final Lifecycle lifecycle;
  private final JdbcIncidents rows;

  Incidents(Lifecycle lifecycle, JdbcIncidents rows) {
    this.lifecycle = lifecycle;
    this.rows = rows;
  }

  /** What became of a step. */
  public enum Outcome {
    DONE,
    /** A second person can close it. */
    PROPOSED,
    /** The person who proposed to close it cannot close it. */
    SAME_PERSON,
    /** There is no such open incident. */
    NONE,
    /** An office was not told, so it cannot be closed. */
    NOT_REPORTED
  }

  /** Every incident, the open ones first. */
  public List<Incident> all() {
    return rows.all();
  }

  /** The incident with this number. */
  public Optional<Incident> find(long number) {
    return rows.find(number);
  }

  /**
   * COMMITS an incident that a person opens.
   *
   * @param subject an id
   */
  public Incident open(String subject, Actor who, String reason) {
    return lifecycle.change(
        who,
        change -> {
          long number = opened(change, Incident.Cause.PERSON, subject, who, reason);
          return rows.find(number).orElseThrow();
        });
  }

  /** COMMITS an incident that the gateway opens, unless there is one; returns whether it did. */
  boolean open(Incident.Cause cause, String subject) {
    return !rows.isKnown(cause, subject)
        && lifecycle.change(
            Actor.GATEWAY,
            change -> opened(change, cause, subject, Actor.GATEWAY, "Opened by the gateway.") > 0);
  }

  private long opened(
      Change change, Incident.Cause cause, String subject, Actor who, String reason) {
    long number = rows.open(cause, subject, who.id(), change.now());
    Map<String, String> facts =
        Map.of(
            "code", ReasonCode.S504_INCIDENT.name(),
            "cause", cause.name(),
            "about", subject);
    record(change, Verb.HOLD, number, facts, reason);
    return number;
  }

  /** COMMITS that an office was told; once for each office. */
  public Outcome tell(long number, Incident.Office office, Actor who) {
    return lifecycle.change(
        who,
        change -> {
          Incident incident = rows.lock(number).orElse(null);
          if (incident == null || incident.closedAt() != null) {
            return Outcome.NONE;
          }
          if (incident.told().stream().noneMatch(one -> one.office() == office)) {
            rows.tell(number, office, who.id(), change.now());
            change.event(Verb.REPORT, subject(number), Map.of("office", office.name()));
          }
          return Outcome.DONE;
        });
  }

  /** COMMITS the proposal to close an incident, or the closing by a second person. */
  public Outcome close(long number, Actor who, String reason) {
    return lifecycle.change(
        who,
        change -> {
          Incident incident = rows.lock(number).orElse(null);
          if (incident == null || incident.closedAt() != null) {
            return Outcome.NONE;
          }
          return incident.isReported()
              ? closing(change, incident, who, reason)
              : Outcome.NOT_REPORTED;
        });
  }

  private Outcome closing(Change change, Incident incident, Actor who, String reason) {
    String first = incident.closingProposedBy();
    if (first == null) {
      rows.proposeClosing(incident.number(), who.id(), change.now());
      record(change, Verb.PROPOSE, incident.number(), Map.of("step", "close"), reason);
      return Outcome.PROPOSED;
    }
    if (first.equalsIgnoreCase(who.id())) {
      return Outcome.SAME_PERSON;
    }
    rows.close(incident.number(), who.id(), change.now());
    record(change, Verb.LIFT, incident.number(), Map.of("proposedBy", first), reason);
    return Outcome.DONE;
  }

  private static void record(
      Change change, Verb verb, long number, Map<String, String> facts, String reason) {
    change.event(verb, subject(number), Change.withReason(facts, reason));
    change.remark(verb, subject(number), reason);
  }

  static String subject(long number) {
    return "incident/" + number;
  }
}
