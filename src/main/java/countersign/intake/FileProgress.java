package countersign.intake;

import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.WorkQueue;
import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Verb;
import countersign.screening.ScreeningPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The start of a file's look-ups and the end of the file. Look-ups start once the partner's file
 * has left the inbox and its acknowledgement is in the outbox. Either can come last, so both events
 * call {@link #goOn}. Runs in the caller's change. Stateless.
 */
public final class FileProgress {
  private final Stores stores;
  private final ScreeningPolicy policy;

  FileProgress(Stores stores, ScreeningPolicy policy) {
    this.stores = stores;
    this.policy = policy;
  }

  /** Records that an acknowledgement of the file is in the outbox, and continues with the file. */
  public void acknowledged(Change change, FileId file) {
    stores.files().acknowledged(file, change.now());
    goOn(change, file);
  }

  /**
   * Starts the look-ups and the clocks of the taken requests, once their acknowledgement is in the
   * outbox and the file has left the inbox. Ends a file whose requests are all refused or
   * delivered. Idempotent.
   */
  public void goOn(Change change, FileId file) {
    FileRow row = stores.locked(change, file);
    if (!stores.files().isAcknowledged(file)) {
      return;
    }
    settle(change, file);
    if (row.moved()) {
      stores.acknowledgements().takenAt(file).ifPresent(at -> start(change, row, at));
    }
    if (!stores.requests().hasOpen(file)) {
      end(change, file);
    }
  }

  /**
   * The answer to a request, as the journal of uploads names it.
   *
   * @param outcome {@code DISCLOSED} or {@code NOT_DISCLOSED}
   * @param itemSha256 SHA-256 of the item's canonical bytes, hexadecimal
   */
  public record Answered(RequestKey request, String outcome, String itemSha256) {}

  /** Records which requests a response answered before the database was restored. */
  public void answeredBefore(String responseId, List<Answered> answered) {
    stores.requests().insertAnswered(responseId, answered);
  }

  /**
   * A partner may send a file again that an older database does not know: what was answered before
   * is not looked up, released or answered again.
   */
  private void settle(Change change, FileId file) {
    List<String> answered = stores.requests().answeredBefore(file);
    if (answered.isEmpty()) {
      return;
    }
    for (RequestState from : List.of(RequestState.HELD, RequestState.TAKEN)) {
      change.moveAll(Entity.REQUEST, answered, from, RequestState.ANSWERED_BEFORE);
    }
    change.event(
        Verb.RECONSTRUCT,
        file.value(),
        Map.of("answeredBefore", Integer.toString(answered.size())));
  }

  private void start(Change change, FileRow file, Instant acknowledged) {
    Duration within = policy.answerWithin(String.valueOf(file.agreement()));
    stores.groups().startClocks(file.id(), acknowledged, within, change.now());
    stores.requests().slicesTaken(file.id()).forEach(slice -> change.next(WorkQueue.LOOKUP, slice));
  }

  /** The only place where a file ends. */
  private void end(Change change, FileId file) {
    if (change.move(Entity.FILE, file.value(), Set.of(FileState.IN_PROGRESS), FileState.ANSWERED)) {
      stores.files().answered(file, change.now());
      change.event(Verb.DELIVER, file.value(), Map.of("answered", file.value()));
    }
  }
}
