package countersign.delivery;

import countersign.disclosure.Disclosures;
import countersign.journal.Upload;
import countersign.journal.UploadJournal;
import countersign.pause.PartnerPauses;
import countersign.request.OutgoingId;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.ResponseId;
import countersign.sealing.SealStatement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reasons why a sealed file may not be uploaded now. Stateless. */
final class UploadBlockers {
  /** The cause of a response that the journal names with another content. */
  private static final String DIFFERS = "JOURNAL_DIFFERS";

  private final JdbcResponses responses;
  private final ReleaseBlockers blockers;
  private final Disclosures disclosures;
  private final PartnerPauses pauses;
  private final UploadJournal journal;
  private final SealCheck approvals;

  UploadBlockers(
      JdbcResponses responses,
      ReleaseBlockers blockers,
      Disclosures disclosures,
      PartnerPauses pauses,
      UploadJournal journal,
      SealCheck approvals) {
    this.responses = responses;
    this.blockers = blockers;
    this.disclosures = disclosures;
    this.pauses = pauses;
    this.journal = journal;
    this.approvals = approvals;
  }

  /**
   * The first reason that applies. An acknowledgement discloses nothing, so only the journal
   * prevents it.
   *
   * @return a cause for the work row; empty if nothing blocks the upload
   */
  Optional<String> first(OutgoingId id, Instant now) {
    return switch (id.kind()) {
      case RESPONSE -> response((ResponseId) id, now);
      case ACKNOWLEDGEMENT -> journal.blocker();
    };
  }

  /** Why nothing is uploaded to a partner now; empty if nothing prevents it. */
  Optional<String> ofPartner(String partner) {
    return pauses.isPaused(partner) ? Optional.of(PartnerPauses.PAUSED) : journal.blocker(partner);
  }

  private Optional<String> response(ResponseId id, Instant now) {
    return responses
        .find(id)
        .flatMap(row -> blockers.first(responses, row, now))
        .or(() -> lostDenial(id))
        .or(() -> journal.isAnswered(id.toString()) ? Optional.of(DIFFERS) : Optional.empty());
  }

  /**
   * Checks the whole approval of what is about to be uploaded once more.
   *
   * @throws countersign.request.Held D411 if two people did not approve it
   */
  void requireApproved(SealStatement said) {
    approvals.checkUpload(said);
  }

  /**
   * Writes the line of the journal without which no upload begins.
   *
   * @throws countersign.request.Unavailable with cause JOURNAL_DOWN if it cannot be written
   */
  void record(SealedFile file) {
    List<Upload.Result> results =
        file.id() instanceof ResponseId response ? responses.results(response) : List.of();
    journal.uploadBegins(
        new Upload(file.id(), file.partner(), file.sha256(), file.size(), results));
  }

  private Optional<String> lostDenial(ResponseId id) {
    List<RequestKey> disclosed = responses.disclosed(id).stream().map(RequestKey::parse).toList();
    return disclosures.lackDenials(disclosed)
        ? Optional.of(ReasonCode.S505_AUDIT_TAMPER.name())
        : Optional.empty();
  }
}
