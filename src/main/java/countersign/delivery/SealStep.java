package countersign.delivery;

import countersign.ledger.Checkpoint;
import countersign.ledger.EventRef;
import countersign.ledger.LedgerReader;
import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.WorkQueue;
import countersign.pgp.Certificate;
import countersign.pgp.Sealer;
import countersign.request.Actor;
import countersign.request.ResponseId;
import countersign.request.ResponseState;
import countersign.request.Unavailable;
import countersign.request.Verb;
import countersign.sealing.SealStatement;
import countersign.sealing.SealedBuffer;
import countersign.sealing.SealedStore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Encrypts a released response to its officers' keys and stores the bytes. Stateless. */
final class SealStep {
  private final Lifecycle lifecycle;
  private final LedgerReader ledger;
  private final Sealer sealer;
  private final JdbcResponses responses;
  private final SealedStore store;
  private final StoredResults results;

  SealStep(
      Lifecycle lifecycle,
      LedgerReader ledger,
      Sealer sealer,
      JdbcResponses responses,
      SealedStore store,
      StoredResults results) {
    this.results = results;
    this.lifecycle = lifecycle;
    this.ledger = ledger;
    this.sealer = sealer;
    this.responses = responses;
    this.store = store;
  }

  /**
   * What the sealing adds to a released response.
   *
   * @param results its results, which were checked
   * @param officers the keys to which it is encrypted
   * @param requests the number of requests when the group was taken
   * @param at the time of the sealing
   * @param reviewBy the day by which its use is reviewed
   */
  record Sealing(
      List<StoredResults.Opened> results,
      List<Certificate> officers,
      int requests,
      Instant at,
      LocalDate reviewBy) {}

  /** The decrypted results of a response, to be checked and then sealed. */
  List<StoredResults.Opened> results(JdbcResponses.StoredResponse response) {
    return results.open(response);
  }

  /** COMMITS the response, encrypted to the officers' keys. */
  void seal(JdbcResponses.StoredResponse response, Sealing sealing) {
    Checkpoint checkpoint = covering(response);
    ResponseDocument.Header header =
        new ResponseDocument.Header(
            response.id().toString(),
            response.file(),
            response.officers(),
            sealing.reviewBy(),
            checkpoint.size(),
            checkpoint.root().hex());
    List<byte[]> items = items(response, sealing.results());
    try (SealedBuffer sealed = new SealedBuffer()) {
      try (OutputStream plain = sealer.seal(sealed, sealing.officers(), sealing.at())) {
        ResponseDocument.write(plain, header, items, sealing.requests());
      }
      SealStatement statement =
          store.statement(
              new SealedStore.Sealed(response.id(), sealing.officers(), sealing.at(), checkpoint),
              sealed);
      lifecycle.run(
          Actor.GATEWAY,
          change -> commit(change, statement, sealed, checkpoint, sealing.reviewBy()));
      sealed.discard();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Response %s could not be sealed. Nothing was stored.".formatted(response.id()), e);
    }
  }

  /** Changes nothing if an earlier call has sealed the response. */
  private void commit(
      Change change,
      SealStatement statement,
      SealedBuffer sealed,
      Checkpoint checkpoint,
      LocalDate reviewBy) {
    ResponseId id = (ResponseId) statement.id();
    if (change.move(
        Entity.RESPONSE, id.toString(), Set.of(ResponseState.RELEASED), ResponseState.SEALED)) {
      // The database keeps the day as it is once the response is sealed.
      responses.reviewedBy(id, reviewBy);
      store.store(statement, sealed);
      responses.sealed(id, checkpoint.size(), change.now());
      EventRef event =
          change.event(
              Verb.SEAL,
              id.toString(),
              Map.of(
                  "sealedSha256",
                  statement.sha256(),
                  "statement",
                  statement.hash(),
                  "checkpoint",
                  Long.toString(checkpoint.size())));
      change.nextOnceCovered(WorkQueue.DELIVER, id.toString(), event);
    }
    change.finish(WorkQueue.SEAL, id.toString());
  }

  /** The newest published checkpoint, if it covers the release. */
  private Checkpoint covering(JdbcResponses.StoredResponse response) {
    return ledger
        .publicCovering(response.releaseEvent())
        .orElseThrow(
            () ->
                new Unavailable(
                    "NOT_COVERED",
                    "No published checkpoint covers the release of %s yet. It is sealed later."
                        .formatted(response.id()),
                    null));
  }

  private static List<byte[]> items(
      JdbcResponses.StoredResponse response, List<StoredResults.Opened> results) {
    if (!results.stream().allMatch(StoredResults.Opened::isAsReleased)) {
      throw new IllegalStateException(
          "D406_MANIFEST_CHANGED  Response %s: a result does not match the hash that was stored when it was released. Nothing was sealed. A program or person changed the table."
              .formatted(response.id()));
    }
    return results.stream().map(StoredResults.Opened::item).toList();
  }
}
