package countersign.delivery;

import countersign.intake.FileProgress;
import countersign.ledger.EventRef;
import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.StopsLock;
import countersign.lifecycle.WorkQueue;
import countersign.request.AcknowledgementId;
import countersign.request.AcknowledgementState;
import countersign.request.Actor;
import countersign.request.OutgoingId;
import countersign.request.RequestState;
import countersign.request.ResponseId;
import countersign.request.ResponseState;
import countersign.request.Unavailable;
import countersign.request.Verb;
import countersign.sealing.SealStatement;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Releases sealed files for upload, one upload of each file at a time, and records their delivery.
 * Stateless.
 */
final class DispatchStep {
  /** The state name that responses and acknowledgements share. */
  private static final String UPLOADING = ResponseState.UPLOADING.name();

  private final Lifecycle lifecycle;
  private final StopsLock lock;
  private final JdbcOutgoing outgoing;
  private final JdbcResponses responses;
  private final FileProgress progress;
  private final UploadBlockers blockers;

  DispatchStep(
      Lifecycle lifecycle,
      StopsLock lock,
      JdbcOutgoing outgoing,
      JdbcResponses responses,
      FileProgress progress,
      UploadBlockers blockers) {
    this.lifecycle = lifecycle;
    this.lock = lock;
    this.outgoing = outgoing;
    this.responses = responses;
    this.progress = progress;
    this.blockers = blockers;
  }

  /**
   * COMMITS that an upload may be in progress, and then writes the journal's line about it.
   *
   * @param verified the verified statement about its bytes; empty if it did not wait for an upload
   *     when the statement was read
   * @throws Unavailable if another upload of the file may be in progress, the partner is paused or
   *     its folders were not compared since the start, a stop or block applies, or the line of the
   *     journal cannot be written
   * @throws countersign.lifecycle.UnexpectedState if it is not sealed or already delivered
   */
  SealedFile dispatch(OutgoingId id, Optional<SealStatement> verified) {
    SealedFile file = committed(id, verified);
    try {
      blockers.record(file);
    } catch (Unavailable e) {
      ended(id);
      throw e;
    }
    return file;
  }

  private SealedFile committed(OutgoingId id, Optional<SealStatement> verified) {
    return lifecycle.change(
        Actor.GATEWAY,
        change -> {
          lock.shared();
          change.lock(entity(id), id.toString());
          JdbcOutgoing.SealedDocument row = outgoing.find(id).orElseThrow(() -> unknown(id));
          if (row.uploading()) {
            throw new Unavailable(
                "UPLOAD_UNDER_WAY",
                "%s may be uploading already. It is checked again when that upload has ended."
                    .formatted(id),
                null);
          }
          UploadBlockers.require(blockers.ofPartner(row.partner()), id);
          if (verified.isPresent()) {
            blockers.requireNone(verified.get(), change.now());
          } else {
            UploadBlockers.require(blockers.first(id, change.now()), id);
          }
          SealStatement said = begin(change, id, verified);
          return new ReadyUpload(
              id,
              said.partner(),
              id.fileName(),
              said.bytes(),
              said.sha256(),
              () -> outgoing.content(said));
        });
  }

  /**
   * Checks before a file is sealed what dispatch checks again before its upload.
   *
   * @throws Unavailable if a stop, veto or block applies to the file
   */
  void requireNoBlocker(OutgoingId id) {
    UploadBlockers.require(
        lifecycle.change(
            Actor.GATEWAY,
            change -> {
              lock.shared();
              return blockers.first(id, change.now());
            }),
        id);
  }

  private SealStatement begin(Change change, OutgoingId id, Optional<SealStatement> verified) {
    boolean moved = uploading(change, id);
    SealStatement said =
        verified.orElseThrow(
            () -> new Unavailable("SEALED_JUST_NOW", "%s is verified first.".formatted(id), null));
    if (moved) {
      change.event(Verb.DISPATCH, id.toString(), Map.of("sealedSha256", said.sha256()));
    }
    outgoing.uploadBegins(said);
    return said;
  }

  /** The partner whose outbox receives the file; empty if there is no such file. */
  Optional<String> partner(OutgoingId id) {
    return outgoing.find(id).map(JdbcOutgoing.SealedDocument::partner);
  }

  /** Whether a stop or block applies to the file now. */
  boolean isHeldUp(OutgoingId id) {
    return lifecycle.change(
        Actor.GATEWAY, change -> blockers.firstOrLostDenial(id, change.now()).isPresent());
  }

  /** Records that an upload failed, so that the next attempt does not wait for its deadline. */
  void ended(OutgoingId id) {
    lifecycle.run(
        Actor.GATEWAY,
        change -> {
          if (change.lock(entity(id), id.toString()).filter(UPLOADING::equals).isPresent()) {
            outgoing.uploadEnded(id);
          }
        });
  }

  /** COMMITS that the file is in the partner's outbox. */
  void deliver(SealedFile file) {
    OutgoingId id = file.id();
    lifecycle.run(
        Actor.GATEWAY,
        change -> {
          JdbcOutgoing.SealedDocument row = outgoing.find(id).orElseThrow(() -> unknown(id));
          change.lock(Entity.FILE, row.file().value()); // the file's lock comes first everywhere
          if (!delivered(change, id)) {
            change.finish(WorkQueue.DELIVER, id.toString());
            return;
          }
          settled(change, file, row);
          change.finish(WorkQueue.DELIVER, id.toString());
        });
  }

  /**
   * Records what follows from a delivery. A switch expression without default: a new kind of
   * outgoing file does not compile without its case.
   */
  private EventRef settled(Change change, SealedFile file, JdbcOutgoing.SealedDocument row) {
    return switch (file.id().kind()) {
      case RESPONSE -> responseDelivered(change, file, row);
      case ACKNOWLEDGEMENT -> acknowledgementDelivered(change, file, row);
      case RECALL_NOTICE -> noticeDelivered(change, file);
    };
  }

  private EventRef responseDelivered(
      Change change, SealedFile file, JdbcOutgoing.SealedDocument row) {
    ResponseId id = (ResponseId) file.id();
    change.moveAll(
        Entity.REQUEST, responses.requests(id), RequestState.RELEASED, RequestState.DELIVERED);
    EventRef event = deliveredEvent(change, file);
    responses.delivered(id, change.now(), event);
    progress.goOn(change, row.file());
    return event;
  }

  private EventRef acknowledgementDelivered(
      Change change, SealedFile file, JdbcOutgoing.SealedDocument row) {
    EventRef event = deliveredEvent(change, file);
    outgoing.acknowledgementDelivered((AcknowledgementId) file.id(), change.now());
    progress.acknowledged(change, row.file());
    return event;
  }

  private EventRef noticeDelivered(Change change, SealedFile file) {
    outgoing.noticeDelivered(file.id(), change.now());
    return deliveredEvent(change, file);
  }

  private static EventRef deliveredEvent(Change change, SealedFile file) {
    return change.event(
        Verb.DELIVER,
        file.id().toString(),
        Map.of("sealedSha256", file.sha256(), "bytes", Long.toString(file.size())));
  }

  private static Entity entity(OutgoingId id) {
    return switch (id.kind()) {
      case RESPONSE -> Entity.RESPONSE;
      case ACKNOWLEDGEMENT -> Entity.ACKNOWLEDGEMENT;
      case RECALL_NOTICE -> Entity.RECALL_NOTICE;
    };
  }

  /** Moves to UPLOADING; false if the file was in that state before. */
  private static boolean uploading(Change change, OutgoingId id) {
    return switch (id.kind()) {
      case RESPONSE ->
          change.move(
              Entity.RESPONSE,
              id.toString(),
              Set.of(ResponseState.SEALED, ResponseState.UPLOADING),
              ResponseState.UPLOADING);
      case ACKNOWLEDGEMENT, RECALL_NOTICE ->
          change.move(
              entity(id),
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
      case ACKNOWLEDGEMENT, RECALL_NOTICE ->
          change.move(
              entity(id),
              id.toString(),
              Set.of(AcknowledgementState.UPLOADING),
              AcknowledgementState.DELIVERED);
    };
  }

  private static IllegalArgumentException unknown(OutgoingId id) {
    return new IllegalArgumentException("No response or acknowledgement has the id " + id);
  }

  /** The only implementation of {@link SealedFile}. */
  record ReadyUpload(
      OutgoingId id,
      String partner,
      String name,
      long size,
      String sha256,
      Supplier<InputStream> bytes)
      implements SealedFile {
    @Override
    public InputStream content() {
      return bytes.get();
    }

    /** Contains only the file's name. */
    @Override
    public String toString() {
      return name;
    }
  }
}
