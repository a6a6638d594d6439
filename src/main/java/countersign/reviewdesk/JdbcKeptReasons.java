package countersign.reviewdesk;

import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.vault.AssociatedData;
import countersign.vault.DataCipher;
import countersign.vault.SealBroken;
import countersign.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code kept_reason}, sealed with the draft key of the case's file. */
final class JdbcKeptReasons implements KeptReasons {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcKeptReasons.class);

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;

  JdbcKeptReasons(JdbcClient jdbc, Vault vault, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public void keep(RequestKey key, String author, Purpose purpose, String text) {
    if (text.isBlank()) {
      jdbc.sql("delete from kept_reason where id = ? and account = ? and purpose = ?")
          .params(key.toString(), author, purpose.name())
          .update();
      return;
    }
    byte[] sealed =
        vault
            .draft(key.file().value())
            .seal(text.getBytes(StandardCharsets.UTF_8), cell(key, author, purpose));
    jdbc.sql(
            """
            insert into kept_reason (id, account, purpose, text_sealed, saved_at) values (?, ?, ?, ?, ?)
            on conflict (id, account, purpose) do update set text_sealed = excluded.text_sealed, saved_at = excluded.saved_at
            """)
        .params(key.toString(), author, purpose.name(), sealed, Timestamp.from(clock.instant()))
        .update();
  }

  @Override
  public Map<Purpose, String> of(RequestKey key, String author) {
    Map<Purpose, byte[]> sealed = new EnumMap<>(Purpose.class);
    jdbc.sql("select purpose, text_sealed from kept_reason where id = ? and account = ?")
        .params(key.toString(), author)
        .query(
            row -> {
              sealed.put(Purpose.valueOf(row.getString("purpose")), row.getBytes("text_sealed"));
            });
    Map<Purpose, String> texts = new EnumMap<>(Purpose.class);
    if (!sealed.isEmpty()) {
      DataCipher cipher = vault.draft(key.file().value());
      sealed.forEach(
          (purpose, bytes) ->
              opened(cipher, bytes, cell(key, author, purpose))
                  .ifPresent(text -> texts.put(purpose, text)));
    }
    return texts;
  }

  /** The text; empty if another program wrote the row, which must not hide the case. */
  private static Optional<String> opened(DataCipher cipher, byte[] bytes, AssociatedData cell) {
    try {
      return Optional.of(new String(cipher.open(bytes, cell), StandardCharsets.UTF_8));
    } catch (SealBroken foreign) {
      LOG.warn(
          "{}  a row of kept_reason was not written by this gateway; its text is left out",
          ReasonCode.S505_AUDIT_TAMPER);
      return Optional.empty();
    }
  }

  /** Removes what this person wrote about a case. */
  void drop(RequestKey key, String author) {
    jdbc.sql("delete from kept_reason where id = ? and account = ?")
        .params(key.toString(), author)
        .update();
  }

  /** Removes what anybody wrote about a case that is decided for good. */
  void drop(RequestKey key) {
    jdbc.sql("delete from kept_reason where id = ?").param(key.toString()).update();
  }

  /** Removes texts about cases that nobody can decide any more. */
  void dropEnded() {
    jdbc.sql(
            """
            delete from kept_reason k where not exists (
                select from request_status s where s.id = k.id and s.state in ('DRAFTED', 'ENDORSED', 'COUNTERSIGNED', 'DECLINED'))
              and not exists (
                select from control_case c join request_group g on g.id = c.group_id where c.id = k.id and not g.finished)
            """)
        .update();
  }

  private static AssociatedData cell(RequestKey key, String author, Purpose purpose) {
    return new AssociatedData(
        "kept_reason", key + "/" + author + "/" + purpose.name(), "text_sealed");
  }
}
