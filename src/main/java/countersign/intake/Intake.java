package countersign.intake;

import countersign.accounting.EntryDigest;
import countersign.arrival.ArrivingFile;
import countersign.arrival.ReceivedFile;
import countersign.intake.ScreenedSlice.ScreenedRequest;
import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.WorkQueue;
import countersign.profile.FileKind;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import countersign.request.Refused;
import countersign.request.RequestKey;
import countersign.request.SliceId;
import countersign.request.Unavailable;
import countersign.request.Verb;
import countersign.screening.ScreeningPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The steps of the routes from a partner's bytes to screened slices: {@code receive}, {@code open},
 * {@code read} and {@code load}, and the two ways in which a file fails. Every step may run twice.
 * Stateless.
 *
 * @see <a href="../../../../../docs/exchange.md">exchange profile</a>
 */
public final class Intake {
  private static final Duration NEXT_TRY = Duration.ofMinutes(5);

  private static final Set<ReasonCode> STAGE_THREE =
      Set.of(
          ReasonCode.F106_COUNT_MISMATCH,
          ReasonCode.F107_HASH_MISMATCH,
          ReasonCode.F108_HEADER_TRAILER_MISSING,
          ReasonCode.F109_SCHEMA);

  /** The only {@link OpenedFile}: its bytes are in {@code file_chunk}. */
  record KeptFile(FileId id) implements OpenedFile {}

  /** The only {@link ScreenedSlice}. */
  record LoadedSlice(SliceId id, String agreementId, List<ScreenedRequest> requests)
      implements ScreenedSlice {
    LoadedSlice {
      requests = List.copyOf(requests);
    }

    @Override
    public FileId file() {
      return id.file();
    }

    /** Contains the slice's id only. */
    @Override
    public String toString() {
      return id.toString();
    }
  }

  private final Lifecycle lifecycle;
  private final Stores stores;
  private final ReceiveStep receiving;
  private final FileReader reader;
  private final ScreeningPolicy policy;
  private final ScreeningAccounting accounting;

  Intake(
      Lifecycle lifecycle,
      Stores stores,
      ReceiveStep receiving,
      FileReader reader,
      ScreeningPolicy policy,
      ScreeningAccounting accounting) {
    this.lifecycle = lifecycle;
    this.stores = stores;
    this.receiving = receiving;
    this.reader = reader;
    this.policy = policy;
    this.accounting = accounting;
  }

  /**
   * Claims a file and keeps its bytes. COMMITS. The caller holds the lease {@code inbox-PARTNER};
   * the stream is read to its end and left open.
   *
   * @throws Unavailable {@code SIZE_CHANGED} or {@code TRANSFER_BROKEN}: nothing was kept
   */
  public ReceivedFile receive(ArrivingFile file) {
    return receiving.receive(file.content(), file.name(), file.listedBytes(), file.partner());
  }

  /**
   * Stage 1: whether name and history let the file be read. Decrypts nothing yet.
   *
   * @throws Refused F103, F104, or F112 for a file too large to be kept
   */
  public OpenedFile open(ReceivedFile file) {
    FileRow row = stores.file(file.id());
    if (row.state() == FileState.RECEIVED && !row.codes().isEmpty()) {
      throw new Refused(row.codes(), stores.files().details(file.id()));
    }
    return new KeptFile(file.id());
  }

  /**
   * Stages 2 to 5 in one pass and one transaction. COMMITS the verdict, be it a refusal by stage 4
   * or 5. A file that has its verdict stays as it is.
   *
   * @throws Refused for stages 2 and 3: nothing is committed, the caller calls {@link #refuse}
   * @throws Unavailable if the kept bytes cannot be read now
   */
  public FileId read(OpenedFile file) {
    FileRow before = stores.file(file.id());
    lifecycle.run(
        Actor.partner(before.partner()),
        change -> {
          FileRow row = stores.locked(change, file.id());
          if (row.unjudged()) {
            reader.read(change, row);
          }
        });
    return file.id();
  }

  /** Refuses a file for what stages 1 to 3 found. COMMITS; once. */
  public void refuse(FileId file, Refused why) {
    FileRow row = stores.file(file);
    boolean read =
        !file.isReceipt() && !why.codes().isEmpty() && STAGE_THREE.containsAll(why.codes());
    List<byte[]> subjects = read && row.unjudged() ? reader.subjects(row) : List.of();
    lifecycle.run(Actor.GATEWAY, change -> refuse(change, file, why, subjects));
  }

  /**
   * Refuses a file, unless it has its verdict.
   *
   * @param subjects blocks of the persons in it, by which a second attempt is recognised
   */
  private void refuse(Change change, FileId file, Refused why, List<byte[]> subjects) {
    FileRow row = stores.locked(change, file);
    if (!row.unjudged()) {
      return;
    }
    subjects.forEach(stores.requests()::copySubjects);
    String verdict = stores.files().codes(file, why.codes(), why.details(), change.now());
    EntryDigest entry =
        stores
            .accounting()
            .fileNotRead(
                ScreeningAccounting.facts(row, policy.ruleSet()), change.now(), why.codes());
    change.move(
        Entity.FILE,
        file.value(),
        Set.of(FileState.RECEIVED, FileState.QUARANTINED),
        FileState.REFUSED);
    change.event(
        Verb.REFUSE, file.value(), ScreeningAccounting.refused(why.codes(), verdict, entry));
    accounting.answer(change, row, false);
    change.finish(WorkQueue.READ, file.value());
    change.finish(WorkQueue.JUDGE, file.value());
  }

  /**
   * Quarantines a file that cannot be judged now (F120), so that the next file goes on. The partner
   * gets an acknowledgement, and the gateway tries again from the kept bytes. COMMITS; once. A
   * receipt is not quarantined: the next poll reads it again from the inbox.
   */
  public void notJudged(FileId file) {
    if (file.isReceipt()) {
      return;
    }
    lifecycle.run(
        Actor.GATEWAY,
        change -> {
          FileRow row = stores.locked(change, file);
          if (row.state() != FileState.RECEIVED) {
            return;
          }
          List<ReasonCode> codes = List.of(ReasonCode.F120_NOT_JUDGED);
          String verdict = stores.files().codes(file, codes, List.of(), change.now());
          change.move(Entity.FILE, file.value(), Set.of(FileState.RECEIVED), FileState.QUARANTINED);
          change.event(Verb.HOLD, file.value(), ScreeningAccounting.held(codes, verdict));
          accounting.answer(change, row, false);
          change.finish(WorkQueue.READ, file.value());
          change.nextAfter(WorkQueue.JUDGE, file.value(), NEXT_TRY);
        });
  }

  /**
   * A file that could not be judged, to be judged again from its kept bytes.
   *
   * @throws Unavailable if a veto of counsel covers the file
   */
  public ReceivedFile reopen(FileId file) {
    FileRow row = stores.file(file);
    if (stores.stops().isVetoed(file)) {
      throw new Unavailable(
          ReasonCode.A110_COUNSEL_REFUSED.name(),
          "File %s is not judged again while a veto of counsel covers it".formatted(file),
          null);
    }
    return new ReceivedFile(
        row.id(), row.unjudged() ? FileKind.REQUEST : FileKind.KNOWN, row.partner());
  }

  /** The requests of a slice that are taken and not looked up yet. */
  public ScreenedSlice load(SliceId slice) {
    FileRow row = stores.file(slice.file());
    JdbcRequestBodies bodies =
        stores.requests().bodies(slice.file(), stores.vault().file(slice.file().value()));
    List<ScreenedRequest> requests =
        stores.requests().slice(slice).stream()
            .map(
                judged ->
                    new ScreenedRequest(
                        new RequestKey(slice.file(), judged.requestId()),
                        judged.number(),
                        bodies.request(judged.number())))
            .toList();
    return new LoadedSlice(slice, String.valueOf(row.agreement()), requests);
  }
}
