package countersign.verification;

import countersign.authority.ActionSignatures;
import countersign.authority.Enrolment;
import countersign.ledger.Event;
import countersign.ledger.LogKey;
import countersign.request.Actor;
import countersign.request.Verb;
import countersign.stops.SignedLifts;
import countersign.verification.RecordedEvents.Numbered;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Each signature below an event of an action verifies with a key of the enrolment register, and
 * each lift of a stop has the signatures of two people who may lift it. Without a sealing the name
 * of the installation is unknown, and the check compares nothing.
 */
final class SignedActionsCheck implements CrossCheck.TableCheck {
  /** The events of stops and of taking, and every other event of an action that has a signature. */
  private static final String EVENTS =
      """
      select subject, id, bytes from event
      where verb in ('stop', 'propose', 'amend', 'lift', 'attempt', 'take', 'refuse', 'retry', 'discard', 'reseal')
        and (subject like 'stop/%' or verb = 'take' and subject !~ '/[0-9]+$' or position('"signature":'::bytea in bytes) > 0)
      order by subject collate "C", id
      """;

  private final LogKey key;
  private final Enrolment enrolment;

  SignedActionsCheck(LogKey key, Enrolment enrolment) {
    this.key = key;
    this.enrolment = enrolment;
  }

  @Override
  public void run(Snapshot snapshot, Findings findings) {
    List<ActionSignatures> signatures = Installations.of(snapshot, key, enrolment);
    if (signatures.isEmpty()) {
      return;
    }
    try (var events = snapshot.events(EVENTS)) {
      for (String subject = KeyedRows.next(events);
          subject != null;
          subject = KeyedRows.next(events)) {
        RecordedEvents told = RecordedEvents.of(events.take(subject));
        signed(findings.about("actions", "event"), told, signatures);
        signedOnce(findings.about("actions", "event"), told);
        taken(findings.about("actions", "event"), told);
        if (subject.startsWith("stop/")) {
          findings
              .about("actions", "stop_lift")
              .require(
                  isLiftedBySignatures(told, signatures),
                  subject.substring("stop/".length()),
                  "The ledger has no signatures of two people who may lift this stop.");
        }
      }
    }
  }

  /** The statement of a decision on a request is in its row, which another check compares. */
  private static void signed(
      Findings.Of events, RecordedEvents told, List<ActionSignatures> signatures) {
    told.events().stream()
        .filter(one -> one.has(ActionSignatures.SIGNATURE) && !one.has("statement"))
        .forEach(
            one ->
                events.require(
                    signatures.stream().anyMatch(by -> by.signerOf(one.event()).isPresent()),
                    Long.toString(one.id()),
                    "The signature of this action on %s does not fit an enrolled key."
                        .formatted(Finding.printable(one.event().subject()))));
  }

  /** A person signs each action anew: its time and its salted facts are never the same. */
  private static void signedOnce(Findings.Of events, RecordedEvents told) {
    Set<String> seen = new HashSet<>();
    told.events().stream()
        .filter(one -> one.has(ActionSignatures.SIGNATURE) && !one.has("statement"))
        .forEach(
            one ->
                events.require(
                    seen.add(one.fact(ActionSignatures.SIGNATURE)),
                    Long.toString(one.id()),
                    "An earlier event about %s has the same signature."
                        .formatted(Finding.printable(one.event().subject()))));
  }

  /** The gateway takes a file when no reason is left to hold it; a person signs. */
  private static void taken(Findings.Of events, RecordedEvents told) {
    told.all(Verb.TAKE).stream()
        .filter(one -> one.event().actor().kind() == Actor.Kind.PERSON)
        .filter(one -> !one.has(ActionSignatures.SIGNATURE))
        .forEach(
            one ->
                events.altered(
                    Long.toString(one.id()),
                    "The person who took %s did not sign it."
                        .formatted(Finding.printable(one.event().subject()))));
  }

  private static boolean isLiftedBySignatures(
      RecordedEvents told, List<ActionSignatures> signatures) {
    List<Event> events = told.events().stream().map(Numbered::event).toList();
    for (int i = 0; i < events.size(); i++) {
      Event stop = events.get(i);
      List<Event> later = events.subList(i + 1, events.size());
      if (stop.verb() == Verb.STOP
          && later.stream().anyMatch(event -> event.verb() == Verb.LIFT)
          && signatures.stream().noneMatch(by -> new SignedLifts(by).end(stop, later))) {
        return false;
      }
    }
    return true;
  }
}
