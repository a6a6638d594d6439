package countersign.approval;

import countersign.TestDatabase;
import countersign.crypto.Sha256;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.vault.DataCipher;
import countersign.vault.Vault;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Drafts whose bytes a test chooses. The states of the requests stay as they are. */
public final class ChosenDrafts {
  private final JdbcTemplate tampering;
  private final Vault vault;

  public ChosenDrafts(DataSource database, Vault vault) {
    this.tampering = new JdbcTemplate(TestDatabase.tampering(database));
    this.vault = vault;
  }

  /** Removes the result of a look-up and every decision on it. */
  public void remove(RequestKey key) {
    for (String table : List.of("approval", "draft", "no_match")) {
      tampering.update("delete from " + table + " where id = ?", key.toString());
    }
  }

  /** Stores a draft of these bytes, as a version without blocks did. */
  public void draft(RequestKey key, byte[] item, String evidence, Instant at) {
    DataCipher box = box(key);
    tampering.update(
        "insert into draft (id, sha256, item_sealed, evidence_sealed, drafted_at, generation) values (?, ?, ?, ?, ?, ?)",
        key.toString(),
        Sha256.of(item),
        box.seal(item, ApprovalAssociatedData.item(key)),
        box.seal(bytes(evidence), ApprovalAssociatedData.evidence(key)),
        Timestamp.from(at),
        JdbcDrafts.StoredDraft.FIRST);
  }

  /** Stores that nothing can be disclosed. */
  public void noDraft(RequestKey key, ReasonCode internalReason, String evidence, Instant at) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    kept.writeBytes(bytes(internalReason.name() + "\n"));
    kept.writeBytes(bytes(evidence));
    byte[] sealed = box(key).seal(kept.toByteArray(), ApprovalAssociatedData.internalReason(key));
    tampering.update(
        "insert into no_match (id, inner_sealed, matched_at) values (?, ?, ?)",
        key.toString(),
        sealed,
        Timestamp.from(at));
  }

  private DataCipher box(RequestKey key) {
    return vault.draft(key.file().value());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
