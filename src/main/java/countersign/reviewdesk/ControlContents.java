package countersign.reviewdesk;

import countersign.approval.Approval;
import countersign.approval.CaseFile;
import countersign.approval.Decision;
import countersign.profile.RequestJson;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.statement.JdbcRequestInContext;
import countersign.statement.RequestInContext;
import countersign.statement.Statement;
import countersign.vault.AssociatedData;
import countersign.vault.DataCipher;
import countersign.vault.SealBroken;
import countersign.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals the content of control cases and opens it as a case like any other. Stateless. */
final class ControlContents {
  private static final Logger LOG = LoggerFactory.getLogger(ControlContents.class);
  private static final String UNREADABLE =
      "This reason cannot be decrypted. The gateway did not write this decision: run ledger verify.";

  private final Vault vault;
  private final JdbcRequestInContext requests;

  ControlContents(Vault vault, JdbcRequestInContext requests) {
    this.vault = vault;
    this.requests = requests;
  }

  ControlCase.Sealed seal(RequestKey key, ControlContent content) {
    DataCipher cipher = vault.draft(key.file().value());
    return new ControlCase.Sealed(
        cipher.seal(content.request(), cell(key, "request_sealed")),
        cipher.seal(content.item(), cell(key, "item_sealed")),
        cipher.seal(content.evidence(), cell(key, "evidence_sealed")));
  }

  byte[] sealReason(RequestKey key, String step, String account, Instant at, String reason) {
    return vault
        .draft(key.file().value())
        .seal(reason.getBytes(StandardCharsets.UTF_8), reasonCell(key, step, account, at));
  }

  /** The request in the surroundings of the one that it is like. */
  RequestInContext asked(ControlCase one) {
    RequestInContext like = requests.find(one.like()).orElseThrow();
    DataCipher cipher = vault.draft(one.key().file().value());
    return new RequestInContext(
        RequestJson.read(cipher.open(one.sealed().request(), cell(one.key(), "request_sealed"))),
        like.partner(),
        like.agency(),
        like.agreement(),
        like.requester(),
        List.of(),
        like.receivedAt(),
        like.ruleSet());
  }

  CaseFile open(ControlCase one, Instant now) {
    DataCipher cipher = vault.draft(one.key().file().value());
    byte[] item = cipher.open(one.sealed().item(), cell(one.key(), "item_sealed"));
    byte[] evidence = cipher.open(one.sealed().evidence(), cell(one.key(), "evidence_sealed"));
    return new CaseFile(
        one.key(),
        one.state(now),
        asked(one),
        new CaseFile.Shown(item, one.hex(), one.draftedAt()),
        null,
        new String(evidence, StandardCharsets.UTF_8),
        one.decisions().stream().map(row -> shown(cipher, one, row, now)).toList());
  }

  /**
   * Whether this gateway sealed the content; a row that another program wrote is no case and must
   * not keep people from their work.
   */
  boolean isGenuine(ControlCase one) {
    try {
      DataCipher cipher = vault.draft(one.key().file().value());
      cipher.open(one.sealed().item(), cell(one.key(), "item_sealed"));
      cipher.open(one.sealed().evidence(), cell(one.key(), "evidence_sealed"));
      cipher.open(one.sealed().request(), cell(one.key(), "request_sealed"));
      return requests.find(one.like()).isPresent();
    } catch (SealBroken foreign) {
      LOG.warn(
          "{}  control case {} was not written by this gateway; it is not shown. Run ledger verify.",
          ReasonCode.S505_AUDIT_TAMPER,
          one.key());
      return false;
    }
  }

  /** Whether a decision is the stored one again. */
  boolean repeats(ControlCase one, ControlCase.Decided row, Decision decision) {
    String kept = reason(vault.draft(one.key().file().value()), one, row);
    return decision.repeats(
        one.hex(),
        Statement.parse(row.signed().statement()).answers(),
        kept.substring(end(row, kept) + 1));
  }

  private static String reason(DataCipher cipher, ControlCase one, ControlCase.Decided row) {
    try {
      return new String(
          cipher.open(
              row.reasonSealed(), reasonCell(one.key(), row.step(), row.account(), row.at())),
          StandardCharsets.UTF_8);
    } catch (SealBroken foreign) {
      return UNREADABLE;
    }
  }

  private static int end(ControlCase.Decided row, String kept) {
    return row.step().equals("DECLINE") ? kept.indexOf('\n') : -1;
  }

  private static Approval shown(
      DataCipher cipher, ControlCase one, ControlCase.Decided row, Instant now) {
    String kept = reason(cipher, one, row);
    int end = end(row, kept);
    boolean gone =
        row.step().equals("ENDORSE") && one.endorsement(now).filter(row::equals).isEmpty();
    return new Approval(
        row.step(),
        row.account(),
        one.hex(),
        end < 0 ? null : kept.substring(0, end),
        kept.substring(end + 1),
        row.at(),
        row.lapsesAt(),
        row.signed(),
        gone);
  }

  private static AssociatedData cell(RequestKey key, String column) {
    return new AssociatedData("control_case", key.toString(), column);
  }

  private static AssociatedData reasonCell(
      RequestKey key, String step, String account, Instant at) {
    return new AssociatedData(
        "control_decision",
        key + "/" + step + "/" + account + "/" + at.toEpochMilli(),
        "reason_sealed");
  }
}
