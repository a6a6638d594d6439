package countersign.intake;

import countersign.lifecycle.Entity;
import countersign.lifecycle.Lifecycle;
import countersign.profile.FileKind;
import countersign.profile.FileName;
import countersign.request.Actor;
import countersign.request.FileDetail;
import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.Held;
import countersign.request.ReasonCode;
import countersign.request.Refused;
import countersign.request.RequestKey;
import countersign.request.SliceId;
import countersign.request.Unavailable;
import countersign.vault.DataCipher;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * From a partner's bytes to screened slices: {@code receive}, {@code open}, {@code read}, and what
 * becomes of files that could not simply be taken. Every step may run twice. Stateless.
 *
 * @see <a href="../../../../../docs/exchange.md">exchange profile</a>
 */
public final class Intake {
  private static final Set<ReasonCode> LATER =
      Set.of(
          ReasonCode.A110_COUNSEL_REFUSED,
          ReasonCode.A112_HOLD_REFUSED,
          ReasonCode.A113_HOLD_LAPSED);

  private static final Set<ReasonCode> STAGE_THREE =
      Set.of(
          ReasonCode.F106_COUNT_MISMATCH,
          ReasonCode.F107_HASH_MISMATCH,
          ReasonCode.F108_HEADER_TRAILER_MISSING,
          ReasonCode.F109_SCHEMA);

  private final Lifecycle lifecycle;
  private final Stores stores;
  private final ReceiveStep arrival;
  private final FileReader reader;
  private final HeldFileDecisions decisions;
  private final FileProgress progress;

  Intake(
      Lifecycle lifecycle,
      Stores stores,
      ReceiveStep arrival,
      FileReader reader,
      HeldFileDecisions decisions,
      FileProgress progress) {
    this.lifecycle = lifecycle;
    this.stores = stores;
    this.arrival = arrival;
    this.reader = reader;
    this.decisions = decisions;
    this.progress = progress;
  }

  /**
   * Claims a file and keeps its bytes. COMMITS. The caller holds the lease {@code inbox-PARTNER};
   * the stream is read to its end and left open.
   *
   * @param sealed the bytes as they lie in the inbox
   * @param name the file's name there
   * @param listedBytes its size by the listing
   * @param partner whose inbox it is
   * @throws Unavailable {@code SIZE_CHANGED} or {@code TRANSFER_BROKEN}: nothing was kept
   */
  public ReceivedFile receive(InputStream sealed, String name, long listedBytes, String partner) {
    return arrival.receive(sealed, name, listedBytes, partner);
  }

  /**
   * Stage 1: whether name and history let the file be read. Decrypts nothing yet.
   *
   * @throws Refused F103, F104, or F112 for a file too large to be kept
   */
  public OpenedFile open(ReceivedFile file) {
    FileRow row = row(file.id());
    if (row.state() == FileState.RECEIVED && !row.codes().isEmpty()) {
      throw new Refused(row.codes(), stores.files().details(file.id()));
    }
    return new KeptFile(file.id());
  }

  /**
   * Receipts and dispositions are not served: such a file is answered F103 and changes nothing, so
   * that no partner takes silence for a yes.
   *
   * @return the file, if it is no receipt
   * @throws Refused for a receipt
   */
  public ReceivedFile decline(ReceivedFile file) {
    if (file.kind() != FileKind.RECEIPT) {
      return file;
    }
    throw new Refused(
        List.of(ReasonCode.F103_FILENAME),
        List.of(new FileDetail(ReasonCode.F103_FILENAME, FileDetail.Detail.NAME, null)));
  }

  /**
   * Stages 2 to 5 in one pass and one transaction. COMMITS the verdict, be it a refusal by stage 4
   * or 5. A file that has its verdict stays as it is.
   *
   * @throws Refused for stages 2 and 3: nothing is committed, the caller calls {@link #refuse}
   * @throws Unavailable if the kept bytes cannot be read now
   */
  public FileId read(OpenedFile file) {
    FileRow before = row(file.id());
    lifecycle.run(
        Actor.partner(before.partner()),
        change -> {
          change.lock(Entity.FILE, file.id().value());
          FileRow row = row(file.id());
          if (row.unjudged()) {
            reader.read(change, row);
          }
        });
    return file.id();
  }

  /** Refuses a file for what stages 1 to 3 found. COMMITS; once. */
  public void refuse(FileId file, Refused why) {
    FileRow row = row(file);
    boolean read = !why.codes().isEmpty() && STAGE_THREE.containsAll(why.codes());
    decisions.refuse(file, why, read && row.unjudged() ? reader.subjects(row) : List.of());
  }

  /** F120: the file waits, the partner is told, the next file goes on. COMMITS; once. */
  public void notJudged(FileId file) {
    decisions.notJudged(file);
  }

  /**
   * Where the partner's file is to be moved.
   *
   * @return {@code archive} or {@code rejected} as it was first judged; empty while there is no
   *     verdict: it stays in the inbox
   */
  public Optional<String> folder(String partner, String name, long size) {
    return stores
        .files()
        .inInbox(partner, FileName.of(name).kept(), size)
        .filter(row -> row.state() != FileState.RECEIVED)
        .map(Intake::folder);
  }

  private static String folder(FileRow row) {
    boolean refused =
        row.state() == FileState.REFUSED && row.codes().stream().noneMatch(LATER::contains);
    return refused ? "rejected" : "archive";
  }

  /** The partner's file has left the inbox: look-ups may begin once it has its answer. COMMITS. */
  public void moved(String partner, String name) {
    lifecycle.run(
        Actor.GATEWAY,
        change ->
            stores
                .files()
                .moved(partner, FileName.of(name).kept(), change.now())
                .forEach(file -> progress.goOn(change, file)));
  }

  /**
   * Marks judged files as moved that are not in the inbox any more, though nobody saw them leave:
   * the process died between the move and {@link #moved}, or the partner took the file away.
   * Removes what a dead attempt to receive one left. COMMITS.
   *
   * @param lying every name that a whole listing of the inbox showed
   */
  public void movedAllBut(String partner, Set<String> lying) {
    arrival.clear(partner);
    Set<String> kept =
        lying.stream().map(name -> FileName.of(name).kept()).collect(Collectors.toSet());
    stores.files().unmoved(partner).stream()
        .filter(name -> !kept.contains(name))
        .forEach(name -> moved(partner, name));
  }

  /**
   * What keeps people from taking a waiting file now; empty if they can, or if it does not wait.
   */
  public Optional<TakeObstacle> obstacleToTaking(FileId file) {
    return decisions.obstacle(file);
  }

  /**
   * A person takes a held file in spite of what held it. COMMITS; once.
   *
   * @param reason in that person's words; kept in the accounting only
   * @throws Held if there is an {@linkplain #obstacleToTaking obstacle}
   */
  public void take(FileId file, Actor actor, String reason) {
    decisions.take(file, actor, reason);
  }

  /**
   * A person refuses a held file. COMMITS; once.
   *
   * @param code A110 for counsel, which adds A112 as well; A112 for anybody else
   */
  public void refuseHeld(FileId file, ReasonCode code, Actor actor, String reason) {
    decisions.refuseHeld(file, code, actor, reason);
  }

  /**
   * A person takes one held request of a file that was taken. COMMITS; once.
   *
   * @throws Held if the file itself is held
   */
  public void takeHeld(RequestKey request, Actor actor, String reason) {
    decisions.takeHeld(request, actor, reason);
  }

  /**
   * A person refuses one held request of a file that was taken. COMMITS; once.
   *
   * @param code A110 for counsel, which adds A112 as well; A112 for anybody else
   * @throws Held if the file itself is held
   */
  public void refuseHeld(RequestKey request, ReasonCode code, Actor actor, String reason) {
    decisions.refuseHeld(request, code, actor, reason);
  }

  /** Judges files again whose block was lifted or whose missing number was used. COMMITS each. */
  public void rejudgeBlocked() {
    decisions.rejudge();
  }

  /** A file that could not be judged comes up again, from its kept bytes. */
  public ReceivedFile reopen(FileId file) {
    FileRow row = row(file);
    return new ReceivedFile(
        row.id(), row.unjudged() ? FileKind.REQUEST : FileKind.KNOWN, row.partner());
  }

  /** The requests of a slice that are taken and not looked up yet. */
  public ScreenedSlice load(SliceId slice) {
    FileRow row = row(slice.file());
    DataCipher box = stores.vault().file(slice.file().value());
    List<ScreenedRequest> requests =
        stores.requests().slice(slice).stream()
            .map(
                judged ->
                    new ScreenedRequest(
                        new RequestKey(slice.file(), judged.requestId()),
                        judged.number(),
                        KeptRequest.open(box, slice.file(), judged.number(), judged.sealed())))
            .toList();
    return new LoadedSlice(slice, String.valueOf(row.agreement()), requests);
  }

  private FileRow row(FileId file) {
    return stores
        .files()
        .find(file.value())
        .orElseThrow(() -> new IllegalArgumentException("There is no file " + file));
  }
}
