package countersign.delivery;

import countersign.disclosure.Disclosures;
import countersign.journal.Upload;
import countersign.journal.UploadJournal;
import countersign.pause.PartnerPauses;
import countersign.request.OutgoingId;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.ResponseId;
import countersign.request.Unavailable;
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
   * The first reason that applies, without what {@link #requireNone} finds in the approvals. An
   * acknowledgement or a recall notice discloses nothing, so only the journal prevents it.
   *
   * @return a cause for the work row; empty if nothing blocks the upload
   */
  Optional<String> first(OutgoingId id, Instant now) {
    return switch (id.kind()) {
      case RESPONSE -> responses.find((ResponseId) id).flatMap(row -> first(row, now));
      case ACKNOWLEDGEMENT, RECALL_NOTICE -> journal.blocker();
    };
  }

  /** The same with the denials that the table lacks; for work that is not checked afterwards. */
  Optional<String> firstOrLostDenial(OutgoingId id, Instant now) {
    return first(id, now)
        .or(() -> id instanceof ResponseId response ? lostDenial(response) : Optional.empty());
  }

  /** Why nothing is uploaded to a partner now; empty if nothing prevents it. */
  Optional<String> ofPartner(String partner) {
    return pauses.isPaused(partner) ? Optional.of(PartnerPauses.PAUSED) : journal.blocker(partner);
  }

  private Optional<String> first(JdbcResponses.StoredResponse row, Instant now) {
    return blockers
        .first(responses, row, now)
        .or(
            () ->
                journal.isAnswered(row.id().toString()) ? Optional.of(DIFFERS) : Optional.empty());
  }

  /**
   * Checks what is about to be uploaded: that nothing blocks it, and the whole approval once more.
   *
   * @param said the verified statement about its bytes
   * @throws countersign.request.Held D411 if two people did not approve it
   * @throws Unavailable if it must wait
   */
  void requireNone(SealStatement said, Instant now) {
    OutgoingId id = said.id();
    switch (id.kind()) {
      case RESPONSE -> {
        JdbcResponses.StoredResponse row =
            responses
                .find((ResponseId) id)
                .orElseThrow(() -> new IllegalStateException("No response has the id " + id));
        require(first(row, now), id);
        approvals.checkUpload(row, said);
      }
      case ACKNOWLEDGEMENT, RECALL_NOTICE -> require(journal.blocker(), id);
    }
  }

  /**
   * Ends the step if there is a cause.
   *
   * @throws Unavailable with the cause
   */
  static void require(Optional<String> blocker, OutgoingId id) {
    if (blocker.isPresent()) {
      throw new Unavailable(
          blocker.get(), "%s waits until no stop, block or pause applies.".formatted(id), null);
    }
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
