package countersign.ledger;

import countersign.request.Actor;
import countersign.request.Verb;
import java.security.PrivateKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link LedgerSealer} on PostgreSQL. Stateless between two runs: the tree is in the database. */
final class JdbcLedgerSealer implements LedgerSealer {
  /**
   * Maximum number of events in one transaction; bounds its memory and duration, not what one run
   * seals.
   */
  static final int EVENTS_AT_ONCE = 5_000;

  /** Key of the advisory lock, any number that nothing else uses: "ledger" in ASCII. */
  private static final long LOCK = 0x6c6564676572L;

  private final TransactionTemplate transactions;
  private final JdbcTemplate jdbc;
  private final JdbcNodes nodes;
  private final LogKey log;
  private final PrivateKey secret;
  private final Clock clock;
  private final int publicMultiple;

  /**
   * Creates a sealer.
   *
   * @param publicMultiple after a release, the tree is filled up to a multiple of this number; 1
   *     for no filling
   */
  JdbcLedgerSealer(
      PlatformTransactionManager manager,
      JdbcTemplate jdbc,
      LogKey log,
      PrivateKey secret,
      Clock clock,
      int publicMultiple) {
    this.transactions = new TransactionTemplate(manager);
    transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    // Each statement must see the rows that the previous sealer has committed.
    transactions.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    this.jdbc = jdbc;
    this.nodes = new JdbcNodes(JdbcClient.create(jdbc));
    this.log = log;
    this.secret = secret;
    this.clock = clock;
    this.publicMultiple = publicMultiple;
  }

  @Override
  public Optional<Checkpoint> seal() {
    Sealed last = transactions.execute(status -> sealSome());
    Sealed newest = last;
    while (last != null && last.mayLeaveMore()) {
      newest = last;
      last = transactions.execute(status -> sealSome());
    }
    return Optional.ofNullable(last != null ? last : newest).map(Sealed::checkpoint);
  }

  private @Nullable Sealed sealSome() {
    jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
    List<Waiting> events = takeWaiting();
    if (events.isEmpty()) {
      return null;
    }
    Frontier tree = nodes.frontier();
    Instant signedBefore = assertItIsWhatWasSigned(tree);
    append(tree, events);
    int missing = Math.floorMod(-tree.size(), publicMultiple);
    if (missing > 0 && events.stream().anyMatch(Waiting::releases)) {
      append(tree, fill(missing));
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Checkpoint checkpoint = publish(tree, now.isBefore(signedBefore) ? signedBefore : now);
    return new Sealed(checkpoint, events.size() == EVENTS_AT_ONCE);
  }

  /**
   * Takes committed events only, even if older transactions are still open. Reads them by id in a
   * second statement, because a join would make the planner scan all events.
   */
  private List<Waiting> takeWaiting() {
    List<Long> ids =
        jdbc.queryForList(
            """
            delete from pending_event where event_id = any (array(
              select event_id from pending_event order by event_id limit ?))
            returning event_id
            """,
            Long.class,
            EVENTS_AT_ONCE);
    return jdbc.query(
        "select id, verb, bytes from event where id = any (?) order by id",
        JdbcLedgerSealer::waiting,
        (Object) ids.toArray(Long[]::new));
  }

  private static Waiting waiting(ResultSet row, int number) throws SQLException {
    return new Waiting(
        row.getLong("id"),
        Hash.leaf(row.getBytes("bytes")),
        row.getString("verb").equals(Verb.RELEASE.storedName()));
  }

  /** Adds filler events that only state that something was published. They are never pending. */
  private List<Waiting> fill(int number) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    byte[][] bytes =
        IntStream.range(0, number)
            .mapToObj(i -> Event.of(Verb.PUBLISH, "ledger", now, Actor.GATEWAY, Map.of()))
            .map(Event::canonical)
            .toArray(byte[][]::new);
    return jdbc.query(
        """
        insert into event (subject, verb, at, bytes)
        select 'ledger', 'publish', ?, bytes from unnest(?::bytea[]) as bytes returning id, verb, bytes
        """,
        JdbcLedgerSealer::waiting,
        now.atOffset(ZoneOffset.UTC),
        bytes);
  }

  private Instant assertItIsWhatWasSigned(Frontier tree) {
    Optional<Checkpoint> last = JdbcLedgerReader.latest(JdbcClient.create(jdbc));
    SignedNote signed =
        last.map(
                checkpoint ->
                    SignedNote.open(log, checkpoint.note())
                        .orElseThrow(
                            () ->
                                new IllegalStateException(
                                    "S505_AUDIT_TAMPER  Checkpoint %d does not carry the signature of %s. Nothing was sealed."
                                        .formatted(checkpoint.size(), log))))
            .orElse(new SignedNote(0, Hash.EMPTY));
    SignedNote found = new SignedNote(tree.size(), tree.root());
    if (!found.equals(signed)) {
      throw new IllegalStateException(
          "S505_AUDIT_TAMPER  The ledger differs from what was signed last. Nothing was sealed; run `ledger verify`.%n  expected  %d events, root %s%n  found     %d events, root %s"
              .formatted(signed.size(), signed.root(), found.size(), found.root()));
    }
    return last.map(Checkpoint::at).orElse(Instant.EPOCH);
  }

  private void append(Frontier tree, List<Waiting> events) {
    List<Object[]> leaves = new ArrayList<>(events.size());
    List<Object[]> completed = new ArrayList<>(events.size());
    for (Waiting event : events) {
      leaves.add(new Object[] {tree.size(), event.id(), event.leaf().bytes()});
      tree.append(
          event.leaf(),
          (node, hash) -> completed.add(new Object[] {node.level(), node.index(), hash.bytes()}));
    }
    jdbc.batchUpdate("insert into leaf (index, event_id, hash) values (?, ?, ?)", leaves);
    jdbc.batchUpdate("insert into node (level, index, hash) values (?, ?, ?)", completed);
  }

  private Checkpoint publish(Frontier tree, Instant at) {
    Hash root = tree.root();
    String note = SignedNote.sign(log, secret, tree.size(), root);
    jdbc.update(
        "insert into checkpoint (size, root, at, note) values (?, ?, ?, ?)",
        tree.size(),
        root.bytes(),
        at.atOffset(ZoneOffset.UTC),
        note);
    return new Checkpoint(tree.size(), root, at, note);
  }

  /** Result of one transaction. */
  private record Sealed(Checkpoint checkpoint, boolean mayLeaveMore) {}

  /** An event that is not in the tree yet. */
  private record Waiting(long id, Hash leaf, boolean releases) {}
}
