package countersign.followup;

import countersign.console.ApiException;
import countersign.console.Caller;
import countersign.console.ConsoleRefusal;
import countersign.console.WrittenReason;
import countersign.incidents.Incident;
import countersign.incidents.Incidents;
import java.util.List;
import java.util.Objects;

/** Opens, reports and closes incidents, for both page and API. Stateless. */
final class IncidentActions {
  private final Incidents incidents;

  IncidentActions(Incidents incidents) {
    this.incidents = incidents;
  }

  List<IncidentJson> all() {
    return incidents.all().stream().map(IncidentJson::of).toList();
  }

  /**
   * One incident.
   *
   * @throws ApiException if there is none with this number
   */
  IncidentJson one(long number) {
    return incidents.find(number).map(IncidentJson::of).orElseThrow(IncidentActions::unknown);
  }

  /**
   * Opens an incident.
   *
   * @throws ApiException without a reason, or if the subject is no id
   */
  IncidentJson open(IncidentJson.Wanted wanted, Caller caller) {
    String reason = WrittenReason.given(wanted.reason());
    String subject = Objects.requireNonNullElse(wanted.subject(), "").strip();
    if (!subject.matches("[A-Za-z0-9._/-]{1,200}") || subject.matches(".*[0-9]{9}.*")) {
      throw ApiException.of(
          ConsoleRefusal.C400_MALFORMED,
          "Name the id of a request, response, file or recall. Nothing was opened.");
    }
    return IncidentJson.of(incidents.open(subject, caller.actor(), reason));
  }

  /**
   * Records that an office was told.
   *
   * @throws ApiException if there is no such office or open incident
   */
  IncidentJson tell(long number, IncidentJson.Telling telling, Caller caller) {
    Incident.Office office;
    try {
      office = Incident.Office.valueOf(Objects.requireNonNullElse(telling.office(), ""));
    } catch (IllegalArgumentException quotesTheInput) {
      throw ApiException.of(
          ConsoleRefusal.C400_MALFORMED, "Name one of the offices. Nothing was recorded.");
    }
    return after(number, incidents.tell(number, office, caller.actor()));
  }

  /**
   * Proposes to close an incident, or closes it.
   *
   * @throws ApiException without a reason, or if this person cannot close it
   */
  IncidentJson close(long number, IncidentJson.Closing closing, Caller caller) {
    String reason = WrittenReason.given(closing.reason());
    return after(number, incidents.close(number, caller.actor(), reason));
  }

  private IncidentJson after(long number, Incidents.Outcome outcome) {
    return switch (outcome) {
      case DONE, PROPOSED -> one(number);
      case NONE -> throw unknown();
      case SAME_PERSON ->
          throw ApiException.of(
              ConsoleRefusal.C409_OTHER_STATE,
              "You proposed to close it. Another person closes it. Nothing was changed.");
      case NOT_REPORTED ->
          throw ApiException.of(
              ConsoleRefusal.C409_OTHER_STATE,
              "An office was not told. Record each of them first. Nothing was changed.");
    };
  }

  private static ApiException unknown() {
    return ApiException.of(
        ConsoleRefusal.C404_UNKNOWN, "There is no open incident with this number.");
  }
}
