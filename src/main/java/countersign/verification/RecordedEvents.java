package countersign.verification;

import countersign.ledger.Event;
import countersign.request.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The events about one thing, in the order in which they were recorded. */
record RecordedEvents(List<RecordedEvents.Numbered> events) {
  RecordedEvents {
    events = List.copyOf(events);
  }

  /** An event with the id of its row. */
  record Numbered(long id, Event event) {
    Verb verb() {
      return event.verb();
    }

    boolean says(String fact, String value) {
      return value.equals(event.facts().get(fact));
    }

    boolean has(String fact) {
      return event.facts().containsKey(fact);
    }

    /** Whether a later event ended this decision: a lift ends all, a lapse the approvals. */
    boolean isEndedBy(Numbered later) {
      return later.id() > id
          && (later.verb() == Verb.LIFT || (later.verb() == Verb.LAPSE && verb() != Verb.DECLINE));
    }

    String fact(String name) {
      return Objects.requireNonNullElse(event.facts().get(name), "");
    }
  }

  /** Leaves out what is no event: the ledger's own check names such a row. */
  static RecordedEvents of(List<Snapshot.Stored> rows) {
    List<Numbered> events = new ArrayList<>();
    for (Snapshot.Stored row : rows) {
      Event event = row.event();
      if (event != null) {
        events.add(new Numbered(row.id(), event));
      }
    }
    return new RecordedEvents(events);
  }

  List<Numbered> all(Verb verb) {
    return events.stream().filter(one -> one.verb() == verb).toList();
  }

  Optional<Numbered> last(Verb verb) {
    return events.stream().filter(one -> one.verb() == verb).reduce((one, later) -> later);
  }
}
