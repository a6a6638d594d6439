package countersign.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link LedgerReader} on PostgreSQL. Stateless, thread-safe. */
final class JdbcLedgerReader implements LedgerReader {
  private final JdbcClient jdbc;
  private final JdbcNodes nodes;
  private final int publicMultiple;

  /**
   * Creates a reader.
   *
   * @param publicMultiple partners see only checkpoints whose size is a multiple of this number
   */
  JdbcLedgerReader(JdbcClient jdbc, int publicMultiple) {
    this.jdbc = jdbc;
    this.publicMultiple = publicMultiple;
    this.nodes = new JdbcNodes(jdbc);
  }

  static LedgerReader on(DataSource database) {
    return new JdbcLedgerReader(JdbcClient.create(database), 1);
  }

  @Override
  public Optional<Checkpoint> latest() {
    return latest(jdbc);
  }

  static Optional<Checkpoint> latest(JdbcClient jdbc) {
    return jdbc.sql("select size, root, at, note from checkpoint order by size desc limit 1")
        .query((row, number) -> checkpoint(row))
        .optional();
  }

  static Checkpoint checkpoint(ResultSet row) throws SQLException {
    return new Checkpoint(
        row.getLong("size"),
        new Hash(row.getBytes("root")),
        row.getTimestamp("at").toInstant(),
        row.getString("note"));
  }

  @Override
  public OptionalLong leafIndexOf(EventRef event) {
    return nodes.indexOf(event);
  }

  @Override
  public Optional<Checkpoint> publicCovering(EventRef event) {
    return jdbc.sql(
            """
            select size, root, at, note from checkpoint
            where size > (select index from leaf where event_id = ?) and size % ? = 0 order by size limit 1
            """)
        .params(event.id(), publicMultiple)
        .query((row, number) -> checkpoint(row))
        .optional();
  }

  @Override
  public InclusionProof inclusion(long index, long size) {
    within(size);
    return new InclusionProof(index, size, nodes.folds(MerkleTree.inclusion(index, size)));
  }

  @Override
  public ConsistencyProof consistency(long from, long to) {
    within(to);
    return new ConsistencyProof(from, to, nodes.folds(MerkleTree.consistency(from, to)));
  }

  @Override
  public List<Event> history(String subject) {
    return jdbc.sql("select bytes from event where subject = ? order by id")
        .param(subject)
        .query((row, number) -> Event.parse(row.getBytes("bytes")))
        .list();
  }

  @Override
  public List<Event> accountChanges(String account) {
    return jdbc.sql(
            "select bytes from event where verb in ('propose', 'amend') and subject like 'account/%' and subject = 'account/' || ? order by id")
        .param(account)
        .query((row, number) -> Event.parse(row.getBytes("bytes")))
        .list();
  }

  @Override
  public Map<String, String> stops() {
    return jdbc
        .sql(
            """
            select event.subject, encode(sha256(string_agg(event.bytes, ''::bytea order by event.id)), 'hex') as digest
            from event where event.verb in ('stop', 'propose', 'lift') and event.subject like 'stop/%'
            group by event.subject having bool_or(event.verb = 'stop')
            """)
        .query((row, number) -> Map.entry(row.getString("subject"), row.getString("digest")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public Map<String, List<byte[]>> decisions(Collection<String> requests) {
    Map<String, List<byte[]>> told = new HashMap<>();
    jdbc.sql(
            """
            select subject, bytes from event where subject = any(?)
              and verb in ('endorse', 'countersign', 'decline', 'reconsider', 'lift', 'lapse') order by id
            """)
        .param(requests.toArray(String[]::new))
        .query(
            (ResultSet row) -> {
              told.computeIfAbsent(row.getString("subject"), none -> new ArrayList<>())
                  .add(row.getBytes("bytes"));
            });
    return told;
  }

  @Override
  public List<Event> denials(Collection<String> requests) {
    return jdbc.sql(
            "select bytes from event where verb = 'decline' and subject = any(?) order by id")
        .param(requests.toArray(String[]::new))
        .query((row, number) -> Event.parse(row.getBytes("bytes")))
        .list();
  }

  private void within(long size) {
    long found = nodes.size();
    if (size > found) {
      throw new IllegalArgumentException(
          "The ledger holds %d events, not yet %d".formatted(found, size));
    }
  }
}
