package countersign.delivery;

import countersign.intake.FileProgress;
import countersign.ledger.EventRef;
import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.StopsLock;
import countersign.lifecycle.WorkQueue;
import countersign.request.Actor;
import countersign.request.RequestState;
import countersign.request.ResponseState;
import countersign.request.Unavailable;
import countersign.request.Verb;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hands out sealed files for upload, one upload of each at a time, and takes note of their arrival.
 * Stateless.
 */
final class DispatchStep {
  private static final Set<ResponseState> READY =
      Set.of(ResponseState.SEALED, ResponseState.UPLOADING);

  private final Lifecycle lifecycle;
  private final StopsLock lock;
  private final JdbcOutgoing outgoing;
  private final JdbcResponses responses;
  private final FileProgress progress;
  private final ReleaseBlockers obstacles;

  DispatchStep(
      Lifecycle lifecycle,
      StopsLock lock,
      JdbcOutgoing outgoing,
      JdbcResponses responses,
      FileProgress progress,
      ReleaseBlockers obstacles) {
    this.lifecycle = lifecycle;
    this.lock = lock;
    this.outgoing = outgoing;
    this.responses = responses;
    this.progress = progress;
    this.obstacles = obstacles;
  }

  /**
   * COMMITS that an upload may be under way.
   *
   * @throws Unavailable if another upload of it may be, or something is in the way of a response
   * @throws countersign.lifecycle.UnexpectedState if it is not sealed, or was delivered
   */
  SealedFile dispatch(String id) {
    return lifecycle.change(
        Actor.GATEWAY,
        change -> {
          lock.shared();
          change.lock(OutgoingId.entity(id), id);
          JdbcOutgoing.Row row = outgoing.find(id).orElseThrow(() -> unknown(id));
          if (row.state() == ResponseState.UPLOADING && row.uploading()) {
            throw new Unavailable(
                "UPLOAD_UNDER_WAY",
                "%s may be uploading already. It is checked again when that upload has ended."
                    .formatted(id),
                null);
          }
          obstacle(change, id)
              .ifPresent(
                  cause -> {
                    throw new Unavailable(
                        cause, "%s waits until no stop or block applies.".formatted(id), null);
                  });
          begin(change, id, row);
          return new ReadyUpload(
              id,
              row.partner(),
              OutgoingId.fileName(id),
              row.size(),
              () -> outgoing.content(id, row.size()));
        });
  }

  /** An acknowledgement discloses nothing and is always given. */
  private Optional<String> obstacle(Change change, String id) {
    return OutgoingId.entity(id) == Entity.RESPONSE
        ? responses.find(id).flatMap(row -> obstacles.first(row.way(), change.now()))
        : Optional.empty();
  }

  private void begin(Change change, String id, JdbcOutgoing.Row row) {
    if (change.move(OutgoingId.entity(id), id, READY, ResponseState.UPLOADING)) {
      change.event(Verb.DISPATCH, id, Map.of("sealedSha256", String.valueOf(row.sha256())));
    }
    if (!row.intact()) {
      throw new IllegalStateException(
          "%s does not match the hash that was stored when it was sealed. Nothing was uploaded. A program or person changed the table."
              .formatted(id));
    }
    outgoing.uploadBegins(id);
  }

  /** Whether something is in the way of it now. */
  boolean isHeldUp(String id) {
    return lifecycle.change(Actor.GATEWAY, change -> obstacle(change, id).isPresent());
  }

  /** An upload has ended without success: the next try need not wait for its deadline. */
  void ended(String id) {
    lifecycle.run(
        Actor.GATEWAY,
        change -> {
          if (change
              .lock(OutgoingId.entity(id), id)
              .filter(ResponseState.UPLOADING.name()::equals)
              .isPresent()) {
            outgoing.uploadEnded(id);
          }
        });
  }

  /** COMMITS that it lies in the outbox. */
  void deliver(String id) {
    lifecycle.run(
        Actor.GATEWAY,
        change -> {
          JdbcOutgoing.Row row = outgoing.find(id).orElseThrow(() -> unknown(id));
          change.lock(Entity.FILE, row.file().value()); // first, as everybody who decides about it
          Entity entity = OutgoingId.entity(id);
          if (!change.move(entity, id, Set.of(ResponseState.UPLOADING), ResponseState.DELIVERED)) {
            change.finish(WorkQueue.DELIVER, id);
            return;
          }
          if (entity == Entity.RESPONSE) {
            change.moveAll(
                Entity.REQUEST,
                responses.requests(id),
                RequestState.RELEASED,
                RequestState.DELIVERED);
          }
          EventRef event = change.event(Verb.DELIVER, id, facts(row));
          if (entity == Entity.RESPONSE) {
            responses.delivered(id, change.now(), event);
            progress.goOn(change, row.file());
          } else {
            outgoing.acknowledgementDelivered(id, change.now());
            progress.acknowledged(change, row.file());
          }
          change.finish(WorkQueue.DELIVER, id);
        });
  }

  private static Map<String, String> facts(JdbcOutgoing.Row row) {
    return Map.of("sealedSha256", String.valueOf(row.sha256()), "bytes", Long.toString(row.size()));
  }

  private static IllegalArgumentException unknown(String id) {
    return new IllegalArgumentException("No response or acknowledgement has the id " + id);
  }
}
