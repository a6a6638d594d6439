package countersign.disclosure;

import countersign.disclosure.ApprovalVerification.Checked;
import countersign.disclosure.ApprovalVerification.Finding;
import countersign.request.Held;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.Unavailable;
import countersign.statement.Statement;
import java.util.List;

/** Refuses a response of which a result is not covered by its approvals. Stateless. */
final class UncoveredResults {
  private final String response;
  private final String undone;

  /**
   * Creates the check of a response.
   *
   * @param undone what did not happen if a result is not covered, as a sentence
   */
  UncoveredResults(String response, String undone) {
    this.response = response;
    this.undone = undone;
  }

  /**
   * Checks one result.
   *
   * @param item SHA-256 of the result, hexadecimal
   * @throws Held D411 if two people did not approve exactly this for exactly these officers
   * @throws Unavailable with cause S505 if the table lacks a denial that the ledger has
   */
  void assertCovers(
      RequestKey key, Finding finding, String item, List<Statement.NamedOfficer> recipients) {
    if (finding.cause() == VerificationCause.DENIAL_MISSING) {
      throw new Unavailable(
          ReasonCode.S505_AUDIT_TAMPER.name(),
          "Response %s waits, because the table lacks a denial that the ledger has. %s"
              .formatted(response, undone),
          null);
    }
    Checked second = finding.second();
    if (second == null) {
      throw held(key + ": " + finding.cause());
    }
    if (!second.statement().draftSha256().equals(item)) {
      throw held(key + ": " + VerificationCause.OTHER_SUBJECT);
    }
    if (!second.statement().officers().equals(recipients)) {
      throw held(key + ": " + VerificationCause.OFFICER_KEY_CHANGED);
    }
  }

  /** The refusal with this cause. */
  Held held(String why) {
    return new Held(
        ReasonCode.D411_APPROVAL_NOT_VERIFIED,
        "Response %s: two people did not approve exactly these results for exactly these officers and keys (%s). %s A signed document, an officer's key or a table was changed after the release; the runbook names the way out."
            .formatted(response, why, undone));
  }
}
