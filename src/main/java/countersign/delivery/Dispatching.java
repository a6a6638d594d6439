package countersign.delivery;

import countersign.intake.Intake;
import countersign.ledger.EventRef;
import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.Stage;
import countersign.lifecycle.StopsLock;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.RequestState;
import countersign.request.ResponseState;
import countersign.request.Unavailable;
import countersign.request.Verb;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Hands out sealed files for upload, one upload of each at a time, and takes note of their arrival.
 * Stateless.
 */
final class Dispatching {
  private static final Set<ResponseState> READY =
      Set.of(ResponseState.SEALED, ResponseState.UPLOADING);

  private final Lifecycle lifecycle;
  private final StopsLock lock;
  private final JdbcOutgoing outgoing;
  private final JdbcResponses responses;
  private final Intake intake;
  private final Obstacles obstacles;

  Dispatching(
      Lifecycle lifecycle,
      StopsLock lock,
      JdbcOutgoing outgoing,
      JdbcResponses responses,
      Intake intake,
      Obstacles obstacles) {
    this.lifecycle = lifecycle;
    this.lock = lock;
    this.outgoing = outgoing;
    this.responses = responses;
    this.intake = intake;
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
          return new StoredFile(
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
            change.finish(Stage.DELIVER, id);
            return;
          }
          if (entity == Entity.RESPONSE) {
            change.moveAll(
                Entity.REQUEST,
                responses.requests(id),
                RequestState.RELEASED,
                RequestState.DELIVERED);
          } else {
            outgoing.acknowledgementDelivered(id, row.file(), change.now());
          }
          EventRef event = change.event(Verb.DELIVER, id, facts(row, settle(change, row.file())));
          if (entity == Entity.RESPONSE) {
            responses.delivered(id, change.now(), event);
          } else {
            intake.begin(change, row.file());
          }
          change.finish(Stage.DELIVER, id);
        });
  }

  /** Whether the file is answered by this; the file's lock makes two last deliveries queue up. */
  private boolean settle(Change change, FileId file) {
    boolean inProgress =
        change
            .lock(Entity.FILE, file.value())
            .filter(FileState.IN_PROGRESS.name()::equals)
            .isPresent();
    if (!inProgress || !outgoing.isAnswered(file)) {
      return false;
    }
    change.move(Entity.FILE, file.value(), Set.of(FileState.IN_PROGRESS), FileState.ANSWERED);
    outgoing.answered(file, change.now());
    return true;
  }

  private static Map<String, String> facts(JdbcOutgoing.Row row, boolean answered) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("sealedSha256", String.valueOf(row.sha256()));
    facts.put("bytes", Long.toString(row.size()));
    if (answered) {
      facts.put("answered", row.file().value());
    }
    return facts;
  }

  private static IllegalArgumentException unknown(String id) {
    return new IllegalArgumentException("No response or acknowledgement has the id " + id);
  }
}
