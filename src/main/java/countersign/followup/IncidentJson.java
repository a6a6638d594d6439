package countersign.followup;

import countersign.incidents.Incident;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident, without personal data.
 *
 * @param id its number
 * @param cause PERSON, VERIFICATION or RECALL
 * @param subject the id that it is about
 * @param openedBy an account, or the gateway
 * @param reportBy the time by which every office is told
 * @param told who was told when
 * @param untold the offices that were not told
 * @param closingProposedBy who proposed to close it; null if nobody has
 * @param closedBy the second person; null while it is open
 */
@Schema(name = "Incident", description = "A suspected wrong disclosure, without personal data")
record IncidentJson(
    long id,
    String cause,
    String subject,
    String openedBy,
    Instant openedAt,
    Instant reportBy,
    List<ToldJson> told,
    List<String> untold,
    @Nullable String closingProposedBy,
    @Nullable String closedBy,
    @Nullable Instant closedAt) {

  static IncidentJson of(Incident incident) {
    List<String> done = incident.told().stream().map(one -> one.office().name()).toList();
    return new IncidentJson(
        incident.number(),
        incident.cause().name(),
        incident.subject(),
        incident.openedBy(),
        incident.openedAt(),
        incident.reportBy(),
        incident.told().stream()
            .map(one -> new ToldJson(one.office().name(), one.by(), one.at()))
            .toList(),
        Arrays.stream(Incident.Office.values())
            .map(Enum::name)
            .filter(office -> !done.contains(office))
            .toList(),
        incident.closingProposedBy(),
        incident.closedBy(),
        incident.closedAt());
  }

  /** An office that was told. */
  @Schema(name = "ToldOffice")
  record ToldJson(String office, String by, Instant at) {}

  /** A call that opens an incident. */
  @Schema(name = "NewIncident")
  record Wanted(
      @Schema(description = "Id of a request, response, file or anything else that it is about")
          @Nullable String subject,
      @Schema(
              description = "What is suspected, in your own words; do not name a person",
              requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String reason) {}

  /** A call that records that an office was told. */
  @Schema(name = "OfficeTold")
  record Telling(
      @Schema(
              allowableValues = {
                "PRIVACY_OFFICER",
                "COUNSEL",
                "INSPECTOR_GENERAL",
                "SAFEGUARDS",
                "RECEIVING_AGENCY"
              })
          @Nullable String office) {}

  /** A call that closes an incident. */
  @Schema(name = "IncidentClosing")
  record Closing(
      @Schema(description = "Why, in your own words", requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String reason) {}
}
