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
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** Encrypts an acknowledgement to its agency's key and stores the bytes. Stateless. */
final class AcknowledgeStep {
  private static final Duration AFTER_THE_EARLIER = Duration.ofSeconds(5);

  private final Lifecycle lifecycle;
  private final Acknowledgements documents;
  private final Sealer sealer;
  private final JdbcOutgoing outgoing;

  AcknowledgeStep(
      Lifecycle lifecycle, Acknowledgements documents, Sealer sealer, JdbcOutgoing outgoing) {
    this.lifecycle = lifecycle;
    this.documents = documents;
    this.sealer = sealer;
    this.outgoing = outgoing;
  }

  /** COMMITS the acknowledgement, encrypted to the agency's key. */
  void acknowledge(JdbcAcknowledgements.StoredAcknowledgement row, Certificate agency, Instant at) {
    try (SealedBuffer sealed = new SealedBuffer()) {
      try (OutputStream plain = sealer.seal(sealed, java.util.List.of(agency), at)) {
        documents.render(row, plain);
      }
      byte[] sha256 = sealed.sha256();
      lifecycle.run(Actor.GATEWAY, change -> commit(change, row.id(), sealed, sha256));
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

  private void commit(Change change, AcknowledgementId id, SealedBuffer sealed, byte[] sha256) {
    if (change.move(
        Entity.ACKNOWLEDGEMENT,
        id.toString(),
        Set.of(AcknowledgementState.RELEASED),
        AcknowledgementState.SEALED)) {
      outgoing.store(id, sealed, sha256);
      change.event(
          Verb.ACKNOWLEDGE,
          id.toString(),
          Map.of("sealedSha256", HexFormat.of().formatHex(sha256)));
      change.next(WorkQueue.DELIVER, id.toString());
    }
    change.finish(WorkQueue.ACKNOWLEDGE, id.toString());
  }
}
