package countersign.reviewdesk;

import countersign.approval.Approval;
import countersign.approval.CaseFile;
import countersign.profile.RequestJson;
import countersign.request.RequestKey;
import countersign.statement.JdbcRequestInContext;
import countersign.statement.RequestInContext;
import countersign.vault.AssociatedData;
import countersign.vault.DataCipher;
import countersign.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Seals the content of control cases and opens it as a case like any other. Stateless. */
final class ControlContents {
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

  private static Approval shown(
      DataCipher cipher, ControlCase one, ControlCase.Decided row, Instant now) {
    String kept =
        new String(
            cipher.open(
                row.reasonSealed(), reasonCell(one.key(), row.step(), row.account(), row.at())),
            StandardCharsets.UTF_8);
    int end = row.step().equals("DECLINE") ? kept.indexOf('\n') : -1;
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
