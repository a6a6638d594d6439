package countersign.recall;

import countersign.authority.Authority;
import countersign.authority.Posture;
import countersign.delivery.JdbcRecallNotices;
import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.EveryMinute;
import countersign.lifecycle.Lifecycle;
import countersign.receipts.KnownRecalls;
import countersign.request.Actor;
import countersign.request.OutgoingId.OfRecall;
import countersign.request.RequestState;
import countersign.request.ResponseId;
import countersign.request.ResponseState;
import countersign.request.Verb;
import countersign.stops.Stop;
import countersign.stops.Stops;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Recalls what left: one person proposes, a second one confirms within a day, and one of the two is
 * counsel. The confirmation is one transaction with a notice for each response, so that a crash
 * sends each of them once. Stateless.
 */
public final class Recalls implements KnownRecalls, EveryMinute {
  private static final Duration LAPSES = Duration.ofHours(24);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneOffset.UTC);

  private final JdbcRecalls rows;
  private final JdbcRecallNotices notices;
  private final Lifecycle lifecycle;
  private final Stops stops;
  private final Authority authority;

  Recalls(
      JdbcRecalls rows,
      JdbcRecallNotices notices,
      Lifecycle lifecycle,
      Stops stops,
      Authority authority) {
    this.rows = rows;
    this.notices = notices;
    this.lifecycle = lifecycle;
    this.stops = stops;
    this.authority = authority;
  }

  /**
   * A person who takes a step.
   *
   * @param asCounsel whether that person is counsel
   */
  public record Person(Actor actor, boolean asCounsel) {}

  /** What became of the second person's step. */
  public enum Outcome {
    /** The notices are on their way. */
    RECALLED,
    /** There is no such proposal, or it is older than a day. */
    NO_PROPOSAL,
    /** The second person proposed it. */
    SAME_PERSON,
    /** Neither of the two is counsel. */
    NO_COUNSEL,
    /** Other responses are affected than the first person saw. */
    CHANGED
  }

  /** What left and is affected, with what proves it. */
  public List<SentResponse> preview(Selection selection) {
    return rows.sent(selection, agreements(selection)).stream()
        .filter(sent -> !rows.isRecalled(sent.response()))
        .toList();
  }

  private List<String> agreements(Selection selection) {
    return authority.posture().map(Posture::courtOrders).orElse(List.of()).stream()
        .filter(order -> order.docket().equals(selection.value()))
        .map(Posture.CourtOrder::agreement)
        .toList();
  }

  /** Every recall and proposal, the newest first. */
  public List<Recall> all() {
    return rows.all();
  }

  /** A recall or proposal. */
  public Optional<Recall> find(long number) {
    return rows.find(number);
  }

  /** COMMITS a proposal; returns its number, or nothing if no response is affected. */
  public Optional<Long> propose(Selection selection, RecallCode code, Person who, String reason) {
    List<SentResponse> affected = preview(selection);
    if (affected.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        lifecycle.change(
            who.actor(),
            change -> {
              long number = rows.propose(selection, code, affected.size(), who, change.now());
              Map<String, String> facts =
                  Map.of(
                      "by", selection.by().name(),
                      "code", code.name(),
                      "responses", Integer.toString(affected.size()),
                      "counsel", Boolean.toString(who.asCounsel()));
              record(change, Verb.PROPOSE, number, facts, reason);
              return number;
            }));
  }

  /** COMMITS a recall: a stop first, and then every notice in one transaction. */
  public Outcome confirm(long number, Person who, String reason) {
    Recall recall = rows.find(number).orElse(null);
    if (recall == null || recall.confirmedBy() != null) {
      return Outcome.NO_PROPOSAL;
    }
    if (recall.proposedBy().equalsIgnoreCase(who.actor().id())) {
      return Outcome.SAME_PERSON;
    }
    if (!who.asCounsel() && !recall.byCounsel()) {
      return Outcome.NO_COUNSEL;
    }
    List<SentResponse> affected = preview(recall.selection());
    if (affected.size() != recall.responses()) {
      return Outcome.CHANGED;
    }
    Stop stop = stop(recall, affected, who.actor());
    Outcome outcome =
        lifecycle.change(
            who.actor(), change -> confirmed(change, recall, affected, stop, who, reason));
    if (outcome == Outcome.RECALLED) {
      notices.seal();
    }
    return outcome;
  }

  private Outcome confirmed(
      Change change,
      Recall recall,
      List<SentResponse> affected,
      Stop stop,
      Person who,
      String reason) {
    rows.lock(recall.number());
    boolean open =
        rows.find(recall.number())
            .filter(row -> row.confirmedBy() == null)
            .filter(row -> change.now().isBefore(row.proposedAt().plus(LAPSES)))
            .isPresent();
    if (!open) {
      return Outcome.NO_PROPOSAL;
    }
    rows.confirm(recall.number(), who.actor().id(), change.now(), stop.number());
    String prefix = "RCL_" + DAY.format(change.now()) + "_";
    int next = rows.nextNotice(prefix);
    for (SentResponse sent : affected) {
      recall(change, recall, sent, "%s%04d".formatted(prefix, next++));
    }
    Map<String, String> facts =
        Map.of(
            "responses", Integer.toString(affected.size()),
            "stop", Long.toString(stop.number()));
    record(change, Verb.RECALL, recall.number(), facts, reason);
    return Outcome.RECALLED;
  }

  private static void record(
      Change change, Verb verb, long number, Map<String, String> facts, String reason) {
    String subject = "recall/" + number;
    change.event(verb, subject, Change.withReason(facts, reason));
    change.remark(verb, subject, reason);
  }

  private void recall(Change change, Recall recall, SentResponse sent, String recallId) {
    change.move(
        Entity.RESPONSE, sent.response(), Set.of(ResponseState.DELIVERED), ResponseState.RECALLED);
    change.moveAll(Entity.REQUEST, sent.requests(), RequestState.DELIVERED, RequestState.RECALLED);
    OfRecall id = new OfRecall(ResponseId.parse(sent.response()), recallId);
    notices.add(
        change,
        new JdbcRecallNotices.Notice(
            id, sent.partner(), NoticeDocument.write(recallId, recall.code(), sent, change.now())));
    rows.add(recall.number(), recallId, sent.response(), id.toString());
    change.event(
        Verb.RECALL, sent.response(), Map.of("recall", recallId, "code", recall.code().name()));
  }

  /** The smallest stop that covers what the recall is about. */
  private Stop stop(Recall recall, List<SentResponse> affected, Actor who) {
    Selection selection = recall.selection();
    String file = ResponseId.parse(affected.get(0).response()).file().value();
    String why = "Recall %d, %s".formatted(recall.number(), recall.code());
    return switch (selection.by()) {
      case REQUEST, RESPONSE, FILE -> stops.set(Stop.Scope.FILE, file, who, why);
      case OFFICER -> stops.set(Stop.Scope.OFFICER, selection.value(), who, why);
      case AGENCY -> stops.set(Stop.Scope.AGENCY, selection.value(), who, why);
      case RULE_SET, COURT_ORDER, DAYS -> stops.set(Stop.Scope.ALL, "*", who, why);
    };
  }

  @Override
  public boolean isAbout(String recall, String response) {
    return rows.isAbout(recall, response);
  }

  /** Seals the notices of an earlier recall that a crash or a missing key held back. */
  @Override
  public void run() {
    notices.seal();
  }
}
