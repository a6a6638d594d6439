package countersign.delivery;

import countersign.ledger.EventRef;
import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.WorkQueue;
import countersign.pgp.Certificate;
import countersign.pgp.Sealer;
import countersign.request.AcknowledgementState;
import countersign.request.Actor;
import countersign.request.OutgoingId.OfRecall;
import countersign.request.Verb;
import countersign.sealing.RecipientKeys;
import countersign.sealing.SealStatement;
import countersign.sealing.SealedBuffer;
import countersign.sealing.SealedStore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The notices of recalls as documents that leave: stored with the decision, then sealed to the
 * officers of their response, and uploaded like any other file. Each step is idempotent by state.
 */
public final class JdbcRecallNotices {
  private final Lifecycle lifecycle;
  private final JdbcClient jdbc;
  private final RecipientKeys keys;
  private final Sealer sealer;
  private final SealedStore store;
  private final Clock clock;

  JdbcRecallNotices(
      Lifecycle lifecycle,
      JdbcClient jdbc,
      RecipientKeys keys,
      Sealer sealer,
      SealedStore store,
      Clock clock) {
    this.lifecycle = lifecycle;
    this.jdbc = jdbc;
    this.keys = keys;
    this.sealer = sealer;
    this.store = store;
    this.clock = clock;
  }

  /**
   * A notice.
   *
   * @param content the bytes that officers read
   */
  public record Notice(OfRecall id, String partner, byte[] content) {
    /** Names the id only. */
    @Override
    public String toString() {
      return id.toString();
    }
  }

  private record Unsealed(OfRecall id, String agency, List<String> officers, byte[] content) {}

  /** Stores a notice in the transaction of its decision. */
  public void add(Change change, Notice notice) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("id", notice.id().toString());
    columns.put("recall_id", notice.id().recall());
    columns.put("response_id", notice.id().response().toString());
    columns.put("file_id", notice.id().file().value());
    columns.put("partner", notice.partner());
    columns.put("content", notice.content());
    columns.put("released_at", Timestamp.from(change.now()));
    change.enter(Entity.RECALL_NOTICE, AcknowledgementState.RELEASED, columns);
  }

  /**
   * Seals every notice that waits for it; one whose officers have no usable key goes on waiting.
   *
   * @return the number of notices that go on waiting
   */
  public int seal() {
    int waiting = 0;
    Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    for (Unsealed notice : unsealed()) {
      Optional<List<Certificate>> to = keys.officers(notice.officers(), notice.agency(), at);
      if (to.isPresent()) {
        seal(notice, to.get(), at);
      } else {
        waiting++;
      }
    }
    return waiting;
  }

  private void seal(Unsealed notice, List<Certificate> to, Instant at) {
    try (SealedBuffer sealed = new SealedBuffer()) {
      try (OutputStream plain = sealer.seal(sealed, to, at)) {
        plain.write(notice.content());
      }
      SealStatement statement =
          store.statement(new SealedStore.Sealed(notice.id(), to, at, null), sealed);
      lifecycle.run(Actor.GATEWAY, change -> commit(change, notice.id(), sealed, statement));
      sealed.discard();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Notice %s could not be sealed. Nothing was stored.".formatted(notice.id()), e);
    }
  }

  private void commit(Change change, OfRecall id, SealedBuffer sealed, SealStatement statement) {
    if (change.move(
        Entity.RECALL_NOTICE,
        id.toString(),
        Set.of(AcknowledgementState.RELEASED),
        AcknowledgementState.SEALED)) {
      store.store(statement, sealed);
      EventRef event =
          change.event(
              Verb.SEAL,
              id.toString(),
              Map.of("sealedSha256", statement.sha256(), "statement", statement.hash()));
      change.nextOnceCovered(WorkQueue.DELIVER, id.toString(), event);
    }
  }

  private List<Unsealed> unsealed() {
    return jdbc.sql(
            """
            select n.id, f.agency, r.officers, n.content from recall_notice n join response r on r.id = n.response_id
              join file f on f.id = n.file_id where n.state = 'RELEASED' order by n.id
            """)
        .query(
            (row, number) ->
                new Unsealed(
                    OfRecall.parse(row.getString("id")),
                    row.getString("agency"),
                    List.of((String[]) row.getArray("officers").getArray()),
                    row.getBytes("content")))
        .list();
  }
}
