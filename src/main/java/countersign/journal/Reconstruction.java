package countersign.journal;

import countersign.accounting.Accounting;
import countersign.accounting.ReconstructedAnswer;
import countersign.accounting.SealedEntries;
import countersign.crypto.Sha256;
import countersign.intake.FileProgress;
import countersign.ledger.EventRef;
import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.WorkQueue;
import countersign.request.Actor;
import countersign.request.FileState;
import countersign.request.OutgoingId;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.ResponseState;
import countersign.request.Verb;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a journal over into an older database, after two people have confirmed it: each request
 * that a response answered is answered, its accounting is written anew and marked as reconstructed,
 * and no second answer is ever sent. Idempotent; stateless.
 */
final class Reconstruction {
  private static final Logger LOG = LoggerFactory.getLogger(Reconstruction.class);

  /** The states in which a request waits for its answer. */
  private static final List<RequestState> UNANSWERED =
      List.of(
          RequestState.HELD,
          RequestState.TAKEN,
          RequestState.DRAFTED,
          RequestState.UNMATCHED,
          RequestState.ENDORSED,
          RequestState.COUNTERSIGNED,
          RequestState.DECLINED,
          RequestState.EXPIRED,
          RequestState.RELEASED);

  private final Lifecycle lifecycle;
  private final Accounting accounting;
  private final FileProgress progress;
  private final JdbcReconstruction rows;
  private final JdbcPast past;
  private final KnownUploads uploads;

  Reconstruction(
      Lifecycle lifecycle,
      Accounting accounting,
      FileProgress progress,
      JdbcReconstruction rows,
      JdbcPast past,
      KnownUploads uploads) {
    this.lifecycle = lifecycle;
    this.accounting = accounting;
    this.progress = progress;
    this.rows = rows;
    this.past = past;
    this.uploads = uploads;
  }

  /** Whether the upload of this response was taken from a journal. */
  boolean knows(String responseId) {
    return rows.exists(responseId);
  }

  /** COMMITS each response that the database does not know, and then that all were taken over. */
  void take(JournalFile file, Difference found, Restored confirmed) throws IOException {
    JournalLine last = found.last();
    if (last == null || past.taken().contains(last.hash())) {
      return;
    }
    Set<String> unknown =
        found.unknown().stream().map(Difference.Unknown::id).collect(Collectors.toSet());
    file.each(
        line -> {
          Upload upload = line.upload();
          if (upload != null
              && upload.id().kind() == OutgoingId.DocumentType.RESPONSE
              && unknown.contains(upload.id().toString())) {
            lifecycle.run(Actor.GATEWAY, change -> answer(change, line, upload, confirmed));
          }
        });
    lifecycle.run(Actor.GATEWAY, change -> taken(change, last, unknown.size(), confirmed));
    LOG.warn(
        "The journal {} was taken over as restored.yaml confirms: the database did not know {} uploads. Their requests are not answered again.",
        file.file(),
        unknown.size());
  }

  private void taken(Change change, JournalLine last, int unknown, Restored confirmed) {
    past.taken(last, confirmed.sha256());
    Map<String, String> facts = new TreeMap<>();
    facts.put("document", confirmed.sha256());
    facts.put("lastLine", last.hash());
    facts.put("ledgerSize", Long.toString(last.ledger().size()));
    facts.put("ledgerRoot", last.ledger().root());
    facts.put("unknown", Integer.toString(unknown));
    change.event(Verb.RECONSTRUCT, "journal", facts);
  }

  private void answer(Change change, JournalLine line, Upload upload, Restored confirmed) {
    String id = upload.id().toString();
    String file = upload.id().file().value();
    Optional<String> fileState = change.lock(Entity.FILE, file); // it comes first everywhere
    if (rows.exists(id)) {
      return;
    }
    Optional<String> state = change.lock(Entity.RESPONSE, id);
    Map<String, String> facts = facts(line, upload, confirmed);
    // The accounting of a response that the tables know was written when it was released.
    Optional<SealedEntries> entries =
        state.isPresent()
            ? Optional.empty()
            : Optional.of(accounting.reconstructed(answers(line, upload), change.now()));
    entries.ifPresent(written -> facts.put("accounting", written.root()));
    EventRef event = change.event(Verb.RECONSTRUCT, id, facts);
    rows.insert(line, upload, event);
    progress.answeredBefore(id, answered(upload));
    entries.ifPresent(accounting::write);
    List<String> requests = upload.requests();
    UNANSWERED.forEach(
        from -> change.moveAll(Entity.REQUEST, requests, from, RequestState.ANSWERED_BEFORE));
    change.finishAll(WorkQueue.ENDORSE, requests);
    change.finishAll(WorkQueue.COUNTERSIGN, requests);
    state.ifPresent(stored -> deliver(change, upload, ResponseState.valueOf(stored)));
    if (fileState.equals(Optional.of(FileState.IN_PROGRESS.name()))) {
      progress.goOn(change, upload.id().file());
    }
  }

  private static List<FileProgress.Answered> answered(Upload upload) {
    return upload.results().stream()
        .map(
            one ->
                new FileProgress.Answered(
                    new RequestKey(upload.id().file(), one.requestId()),
                    one.outcome(),
                    one.itemSha256()))
        .toList();
  }

  /** A stored response with other results or bytes than the journal's stays, and never leaves. */
  private void deliver(Change change, Upload upload, ResponseState stored) {
    String id = upload.id().toString();
    Set<ResponseState> waiting = Set.of(ResponseState.RELEASED, ResponseState.SEALED);
    if (!waiting.contains(stored) || !uploads.isSame(upload)) {
      LOG.error(
          "JOURNAL_DIFFERS  {}: the journal names other results or bytes than the tables. It is not uploaded. Find out which of the two was changed.",
          id);
      return;
    }
    change.move(Entity.RESPONSE, id, waiting, ResponseState.DELIVERED_BEFORE);
    change.finish(WorkQueue.SEAL, id);
    change.finish(WorkQueue.DELIVER, id);
  }

  private static Map<String, String> facts(JournalLine line, Upload upload, Restored confirmed) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("document", confirmed.sha256());
    facts.put("line", line.hash());
    facts.put("uploadedAt", line.at().toString());
    facts.put("sealedSha256", upload.sha256());
    facts.put("results", Integer.toString(upload.results().size()));
    facts.put(
        "answers",
        Sha256.hex(
            upload.results().stream()
                .map(one -> one.requestId() + " " + one.outcome() + " " + one.itemSha256() + "\n")
                .sorted()
                .collect(Collectors.joining())));
    return facts;
  }

  private static List<ReconstructedAnswer> answers(JournalLine line, Upload upload) {
    return upload.results().stream()
        .map(
            one ->
                new ReconstructedAnswer(
                    new RequestKey(upload.id().file(), one.requestId()),
                    upload.id().toString(),
                    one.outcome(),
                    one.itemSha256(),
                    line.at(),
                    line.hash()))
        .toList();
  }
}
