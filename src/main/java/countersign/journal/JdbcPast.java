package countersign.journal;

import countersign.ledger.LedgerReader;
import countersign.request.Verb;
import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database knows of what the journal says, and rows of {@code lost_past}. */
final class JdbcPast {
  private static final String LEDGER_KNOWN =
      """
      select exists (select from lost_past where head = :head and step = 'TAKEN'),
        :size = 0 or exists (select from checkpoint where size = :size and encode(root, 'hex') = :root)
      """;

  private final JdbcClient jdbc;
  private final KnownUploads uploads;
  private final LedgerReader ledger;
  private final TransactionTemplate own;

  JdbcPast(
      JdbcClient jdbc,
      KnownUploads uploads,
      LedgerReader ledger,
      PlatformTransactionManager manager) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.uploads = uploads;
    this.own = new TransactionTemplate(manager);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Reads through a connection that the caller closes. */
  static JdbcPast on(Connection connection, KnownUploads uploads) {
    DataSource source = new SingleConnectionDataSource(connection, true);
    return new JdbcPast(
        JdbcClient.create(source),
        uploads,
        LedgerReader.on(source),
        new DataSourceTransactionManager(source));
  }

  /** An upload that the journal names. */
  record Sent(String id, String sha256, Instant at, int results) {}

  /** Whether the database knows the ledger and the upload of a line, or the line was confirmed. */
  boolean knows(JournalLine line) {
    boolean[] found =
        jdbc.sql(LEDGER_KNOWN)
            .param("head", line.hash())
            .param("size", line.ledger().size())
            .param("root", line.ledger().root())
            .query((row, number) -> new boolean[] {row.getBoolean(1), row.getBoolean(2)})
            .single();
    return found[0] || (found[1] && unknown(sent(line)).isEmpty());
  }

  /** The upload of a line; empty if it names none. */
  static List<Sent> sent(JournalLine line) {
    Upload upload = line.upload();
    return upload == null
        ? List.of()
        : List.of(
            new Sent(upload.id().toString(), upload.sha256(), line.at(), upload.results().size()));
  }

  /** Whether some gateway found that the database is older than its journal. */
  boolean isLost() {
    return jdbc.sql(
            """
            select exists (select from lost_past l where l.step = 'LOST'
              and not exists (select from lost_past t where t.head = l.head and t.step = 'TAKEN'))
            """)
        .query(Boolean.class)
        .single();
  }

  /** The files in partners' folders that the database did not know when a gateway looked. */
  List<UnknownFile> unknownFiles() {
    return jdbc.sql("select partner, folder, name from unknown_file order by found_at, name")
        .query(UnknownFile.class)
        .list();
  }

  /** COMMITS in a transaction of its own that a file is not known. Idempotent. */
  void recordUnknown(UnknownFile file) {
    own.executeWithoutResult(
        status ->
            jdbc.sql(
                    "insert into unknown_file (partner, folder, name) values (?, ?, ?) on conflict do nothing")
                .params(file.partner(), file.folder(), file.name())
                .update());
  }

  /** Which of these uploads the database does not know. */
  Set<String> unknown(Collection<Sent> sent) {
    if (sent.isEmpty()) {
      return Set.of();
    }
    Map<String, String> hashes = new HashMap<>();
    sent.forEach(one -> hashes.put(one.id(), one.sha256()));
    Set<String> unknown = new HashSet<>(uploads.unknown(hashes));
    if (!unknown.isEmpty()) {
      jdbc.sql("select id from reconstructed where id = any(?)")
          .param(unknown.toArray(String[]::new))
          .query(String.class)
          .list()
          .forEach(unknown::remove);
      unknown.removeIf(id -> wasDispatched(id, hashes.get(id)));
    }
    return unknown;
  }

  /** A file that was sealed anew has other bytes now than those that the journal names. */
  private boolean wasDispatched(String id, @Nullable String sha256) {
    return ledger.history(id).stream()
        .filter(event -> event.verb() == Verb.DISPATCH)
        .map(event -> event.facts().get("sealedSha256"))
        .anyMatch(hash -> hash != null && hash.equals(sha256));
  }

  /** The last lines of the journals that were taken over. */
  Set<String> taken() {
    List<String> heads =
        jdbc.sql("select head from lost_past where step = 'TAKEN'").query(String.class).list();
    return Set.copyOf(heads);
  }

  boolean holds(JournalLine.Position ledger) {
    return ledger.size() == 0
        || jdbc.sql("select exists (select from checkpoint where size = ? and root = ?)")
            .params(ledger.size(), HexFormat.of().parseHex(ledger.root()))
            .query(Boolean.class)
            .single();
  }

  /** The number of events that the newest checkpoint covers. */
  long newest() {
    Long size =
        jdbc.sql("select max(size) from checkpoint").query(Long.class).optional().orElse(null);
    return size == null ? 0 : size;
  }

  /** COMMITS in a transaction of its own that all gateways stop. Idempotent. */
  void lost(JournalLine last) {
    own.executeWithoutResult(status -> insert(last, "LOST", null));
  }

  /** Records in the caller's transaction that a journal was taken over. */
  void taken(JournalLine last, String document) {
    insert(last, "TAKEN", document);
  }

  private void insert(JournalLine last, String step, @Nullable String document) {
    jdbc.sql(
            """
            insert into lost_past (head, step, ledger_size, document_sha256) values (:head, :step, :size, :document)
            on conflict do nothing
            """)
        .param("head", last.hash())
        .param("step", step)
        .param("size", last.ledger().size())
        .param("document", document)
        .update();
  }
}
