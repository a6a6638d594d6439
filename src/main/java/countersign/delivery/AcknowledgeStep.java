package countersign.delivery;

import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.WorkQueue;
import countersign.pgp.Certificate;
import countersign.pgp.Sealer;
import countersign.request.AcknowledgementId;
import countersign.request.AcknowledgementState;
import countersign.request.Actor;
import countersign.request.Verb;
import countersign.sealing.SealStatement;
import countersign.sealing.SealedBuffer;
import countersign.sealing.SealedStore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Encrypts an acknowledgement to its agency's key and stores the bytes. Stateless. */
final class AcknowledgeStep {
  private static final Duration AFTER_THE_EARLIER = Duration.ofSeconds(5);

  private final Lifecycle lifecycle;
  private final Acknowledgements documents;
  private final Sealer sealer;
  private final SealedStore store;

  AcknowledgeStep(
      Lifecycle lifecycle, Acknowledgements documents, Sealer sealer, SealedStore store) {
    this.lifecycle = lifecycle;
    this.documents = documents;
    this.sealer = sealer;
    this.store = store;
  }

  /** COMMITS the acknowledgement, encrypted to the agency's key. */
  void acknowledge(JdbcAcknowledgements.StoredAcknowledgement row, Certificate agency, Instant at) {
    try (SealedBuffer sealed = new SealedBuffer()) {
      try (OutputStream plain = sealer.seal(sealed, List.of(agency), at)) {
        documents.render(row, plain);
      }
      SealStatement statement =
          store.statement(new SealedStore.Sealed(row.id(), List.of(agency), at, null), sealed);
      lifecycle.run(Actor.GATEWAY, change -> commit(change, row.id(), sealed, statement));
      sealed.discard();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Acknowledgement %s could not be sealed. Nothing was stored.".formatted(row.id()), e);
    }
  }

  /**
   * Queues the acknowledgement again for later. An earlier one must be delivered first, because
   * each acknowledgement lists what was taken since the one before.
   */
  void wait(JdbcAcknowledgements.StoredAcknowledgement row) {
    lifecycle.run(
        Actor.GATEWAY,
        change -> {
          change.finish(WorkQueue.ACKNOWLEDGE, row.id().toString());
          change.nextAfter(WorkQueue.ACKNOWLEDGE, row.id().toString(), AFTER_THE_EARLIER);
        });
  }

  private void commit(
      Change change, AcknowledgementId id, SealedBuffer sealed, SealStatement statement) {
    if (change.move(
        Entity.ACKNOWLEDGEMENT,
        id.toString(),
        Set.of(AcknowledgementState.RELEASED),
        AcknowledgementState.SEALED)) {
      store.store(statement, sealed);
      change.event(
          Verb.ACKNOWLEDGE,
          id.toString(),
          Map.of("sealedSha256", statement.sha256(), "statement", statement.hash()));
      change.next(WorkQueue.DELIVER, id.toString());
    }
    change.finish(WorkQueue.ACKNOWLEDGE, id.toString());
  }
}
