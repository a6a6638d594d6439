package countersign.delivery;

import countersign.intake.Intake;
import countersign.ledger.EventRef;
import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.Stage;
import countersign.lifecycle.StopsLock;
import countersign.request.AcknowledgementId;
import countersign.request.AcknowledgementState;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.OutgoingId;
import countersign.request.RequestState;
import countersign.request.ResponseId;
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
  /** Both kinds have a state of that name. */
  private static final String UPLOADING = ResponseState.UPLOADING.name();

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
  SealedFile dispatch(OutgoingId id) {
    return lifecycle.change(
        Actor.GATEWAY,
        change -> {
          lock.shared();
          change.lock(entity(id), id.toString());
          JdbcOutgoing.Row row = outgoing.find(id).orElseThrow(() -> unknown(id));
          if (row.uploading()) {
            throw new Unavailable(
                "UPLOAD_UNDER_WAY",
                "%s may be on its way already. It is looked at again when that upload has ended."
                    .formatted(id),
                null);
          }
          obstacle(change, id)
              .ifPresent(
                  cause -> {
                    throw new Unavailable(
                        cause, "%s waits until nothing is in its way.".formatted(id), null);
                  });
          begin(change, id, row);
          return new StoredFile(
              id, row.partner(), id.fileName(), row.size(), () -> outgoing.content(id, row.size()));
        });
  }

  /** An acknowledgement discloses nothing and is always given. */
  private Optional<String> obstacle(Change change, OutgoingId id) {
    return switch (id.kind()) {
      case RESPONSE ->
          responses.find((ResponseId) id).flatMap(row -> obstacles.first(row.way(), change.now()));
      case ACKNOWLEDGEMENT -> Optional.empty();
    };
  }

  private void begin(Change change, OutgoingId id, JdbcOutgoing.Row row) {
    if (uploading(change, id)) {
      change.event(
          Verb.DISPATCH, id.toString(), Map.of("sealedSha256", String.valueOf(row.sha256())));
    }
    if (!row.intact()) {
      throw new IllegalStateException(
          "%s does not have the hash it was sealed with. Nothing was uploaded; somebody changed the table."
              .formatted(id));
    }
    outgoing.uploadBegins(id);
  }

  /** Whether something is in the way of it now. */
  boolean isHeldUp(OutgoingId id) {
    return lifecycle.change(Actor.GATEWAY, change -> obstacle(change, id).isPresent());
  }

  /** An upload has ended without success: the next try need not wait for its deadline. */
  void ended(OutgoingId id) {
    lifecycle.run(
        Actor.GATEWAY,
        change -> {
          if (change.lock(entity(id), id.toString()).filter(UPLOADING::equals).isPresent()) {
            outgoing.uploadEnded(id);
          }
        });
  }

  /** COMMITS that it lies in the outbox. */
  void deliver(OutgoingId id) {
    lifecycle.run(
        Actor.GATEWAY,
        change -> {
          JdbcOutgoing.Row row = outgoing.find(id).orElseThrow(() -> unknown(id));
          change.lock(Entity.FILE, row.file().value()); // first, as everybody who decides about it
          if (!delivered(change, id)) {
            change.finish(Stage.DELIVER, id.toString());
            return;
          }
          settled(change, id, row);
          change.finish(Stage.DELIVER, id.toString());
        });
  }

  /** What follows from a delivery; an expression, so that a new kind does not compile without. */
  private EventRef settled(Change change, OutgoingId id, JdbcOutgoing.Row row) {
    return switch (id.kind()) {
      case RESPONSE -> responseDelivered(change, (ResponseId) id, row);
      case ACKNOWLEDGEMENT -> acknowledgementDelivered(change, (AcknowledgementId) id, row);
    };
  }

  private EventRef responseDelivered(Change change, ResponseId id, JdbcOutgoing.Row row) {
    change.moveAll(
        Entity.REQUEST, responses.requests(id), RequestState.RELEASED, RequestState.DELIVERED);
    EventRef event = deliveredEvent(change, id, row);
    responses.delivered(id, change.now(), event);
    return event;
  }

  private EventRef acknowledgementDelivered(
      Change change, AcknowledgementId id, JdbcOutgoing.Row row) {
    outgoing.acknowledgementDelivered(id, change.now());
    EventRef event = deliveredEvent(change, id, row);
    intake.begin(change, row.file());
    return event;
  }

  private EventRef deliveredEvent(Change change, OutgoingId id, JdbcOutgoing.Row row) {
    return change.event(Verb.DELIVER, id.toString(), facts(row, settle(change, row.file())));
  }

  private static Entity entity(OutgoingId id) {
    return switch (id.kind()) {
      case RESPONSE -> Entity.RESPONSE;
      case ACKNOWLEDGEMENT -> Entity.ACKNOWLEDGEMENT;
    };
  }

  /** Whether an upload begins now; false if one was under way before. */
  private static boolean uploading(Change change, OutgoingId id) {
    return switch (id.kind()) {
      case RESPONSE ->
          change.move(
              Entity.RESPONSE,
              id.toString(),
              Set.of(ResponseState.SEALED, ResponseState.UPLOADING),
              ResponseState.UPLOADING);
      case ACKNOWLEDGEMENT ->
          change.move(
              Entity.ACKNOWLEDGEMENT,
              id.toString(),
              Set.of(AcknowledgementState.SEALED, AcknowledgementState.UPLOADING),
              AcknowledgementState.UPLOADING);
    };
  }

  private static boolean delivered(Change change, OutgoingId id) {
    return switch (id.kind()) {
      case RESPONSE ->
          change.move(
              Entity.RESPONSE,
              id.toString(),
              Set.of(ResponseState.UPLOADING),
              ResponseState.DELIVERED);
      case ACKNOWLEDGEMENT ->
          change.move(
              Entity.ACKNOWLEDGEMENT,
              id.toString(),
              Set.of(AcknowledgementState.UPLOADING),
              AcknowledgementState.DELIVERED);
    };
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

  private static IllegalArgumentException unknown(OutgoingId id) {
    return new IllegalArgumentException("There is no response or acknowledgement " + id);
  }
}
