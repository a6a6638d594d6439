package countersign.verification;

import countersign.authority.ActionSignatures;
import countersign.authority.Enrolment;
import countersign.ledger.LogKey;
import countersign.request.Verb;
import countersign.sealing.Resealings;
import countersign.verification.RecordedEvents.Numbered;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The sealings of a file that count or counted: the first one, and one more for each time that two
 * people signed that it is sealed anew.
 */
final class CountedSealings {
  private final List<Resealings> rules;

  private CountedSealings(List<Resealings> rules) {
    this.rules = rules;
  }

  /** Reads the signatures of the installations that the statements of sealings name. */
  static CountedSealings of(Snapshot snapshot, LogKey key, Enrolment enrolment) {
    List<ActionSignatures> signatures = Installations.of(snapshot, key, enrolment);
    return new CountedSealings(
        signatures.isEmpty()
            ? List.of(new Resealings(new ActionSignatures("", "", enrolment)))
            : signatures.stream().map(Resealings::new).toList());
  }

  /** The event of each sealing by its number from 1; empty for one that is still to come. */
  List<Optional<Numbered>> of(RecordedEvents told, boolean response) {
    List<Numbered> sealings = told.all(response ? Verb.SEAL : Verb.ACKNOWLEDGE);
    List<Numbered> about = told.events();
    return rules.stream()
        .map(rule -> rule.of(about.stream().map(Numbered::event).toList()))
        .max(Comparator.comparingInt(Resealings.Found::generation))
        .orElseThrow()
        .sealings()
        .stream()
        .map(
            counted ->
                counted.flatMap(
                    event ->
                        sealings.stream().filter(one -> one.event().equals(event)).findFirst()))
        .toList();
  }
}
