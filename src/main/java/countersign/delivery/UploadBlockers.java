package countersign.delivery;

import countersign.disclosure.Disclosures;
import countersign.pause.PartnerPauses;
import countersign.request.OutgoingId;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.ResponseId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reasons why a sealed file may not be uploaded now. Stateless. */
final class UploadBlockers {
  private final JdbcResponses responses;
  private final ReleaseBlockers blockers;
  private final Disclosures disclosures;
  private final PartnerPauses pauses;

  UploadBlockers(
      JdbcResponses responses,
      ReleaseBlockers blockers,
      Disclosures disclosures,
      PartnerPauses pauses) {
    this.responses = responses;
    this.blockers = blockers;
    this.disclosures = disclosures;
    this.pauses = pauses;
  }

  /**
   * The first reason that applies. Reasons apply to responses only, because an acknowledgement
   * discloses nothing.
   *
   * @return a cause for the work row; empty if nothing blocks the upload
   */
  Optional<String> first(OutgoingId id, Instant now) {
    return switch (id.kind()) {
      case RESPONSE -> response((ResponseId) id, now);
      case ACKNOWLEDGEMENT -> Optional.empty();
    };
  }

  /** The cause for a file of a partner that is paused; empty if it is not. */
  Optional<String> pause(String partner) {
    return pauses.isPaused(partner) ? Optional.of(PartnerPauses.PAUSED) : Optional.empty();
  }

  private Optional<String> response(ResponseId id, Instant now) {
    return responses
        .find(id)
        .flatMap(row -> blockers.first(responses, row, now))
        .or(() -> lostDenial(id));
  }

  private Optional<String> lostDenial(ResponseId id) {
    List<RequestKey> disclosed = responses.disclosed(id).stream().map(RequestKey::parse).toList();
    return disclosures.lackDenials(disclosed)
        ? Optional.of(ReasonCode.S505_AUDIT_TAMPER.name())
        : Optional.empty();
  }
}
