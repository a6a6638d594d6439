package countersign.accounting;

import countersign.ledger.CanonicalJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The accounting entry of an answer: its fields and their names. */
final class AnswerEntry {
  private AnswerEntry() {}

  /** The entry of one answer. */
  static JdbcAccounting.StoredEntry of(AccountedResult disposition, Instant at) {
    String file = disposition.request().file().value();
    String request = disposition.request().requestId();
    @Nullable String response = disposition.responseId();
    return new JdbcAccounting.StoredEntry(
        AccountingEntry.EntryType.DISPOSITION,
        file,
        request,
        response,
        disposition.agency(),
        at,
        UnsealedEntry.of(
            json(disposition, at), AccountingEntry.EntryType.DISPOSITION, file, request, response));
  }

  /** The entry of an answer that an older database does not know. */
  static JdbcAccounting.StoredEntry reconstructed(
      ReconstructedAnswer answer, String agency, Instant at) {
    AccountingEntry.EntryType kind = AccountingEntry.EntryType.RECONSTRUCTED;
    String file = answer.request().file().value();
    String request = answer.request().requestId();
    String response = answer.responseId();
    CanonicalJson json =
        new CanonicalJson()
            .text("kind", kind.name())
            .text("section", EntryBatch.SECTION)
            .text("fileId", file)
            .text("requestId", request)
            .text("responseId", response)
            .text("agency", agency)
            .text("answeredAt", answer.answeredAt().toString())
            .text("disposition", answer.outcome())
            .text("transmitter", "gateway")
            .text("itemSha256", answer.itemSha256())
            .text("reconstructedAt", at.toString())
            .text("journalLine", answer.line());
    return new JdbcAccounting.StoredEntry(
        kind,
        file,
        request,
        response,
        agency,
        at,
        UnsealedEntry.of(json, kind, file, request, response));
  }

  private static CanonicalJson json(AccountedResult disposition, Instant at) {
    return new CanonicalJson()
        .text("kind", "DISPOSITION")
        .text("section", EntryBatch.SECTION)
        .text("fileId", disposition.request().file().value())
        .text("requestId", disposition.request().requestId())
        .text("responseId", disposition.responseId())
        .text("agency", disposition.agency())
        .text("decidedAt", at.toString())
        .text("disposition", disposition.outcome())
        .texts("codes", Accounting.names(disposition.codes()))
        .texts("elements", disposition.elements())
        .text("purpose", disposition.purpose())
        .objects("recipients", disposition.recipients().stream().map(AnswerEntry::json).toList())
        .texts("approvers", disposition.approvers())
        .text("transmitter", "gateway")
        .text("ruleSet", disposition.ruleSet())
        .text("itemSha256", disposition.itemSha256());
  }

  private static CanonicalJson json(AccountedResult.Recipient recipient) {
    return new CanonicalJson()
        .text("officerId", recipient.officerId())
        .text("name", recipient.name())
        .text("office", recipient.office());
  }
}
