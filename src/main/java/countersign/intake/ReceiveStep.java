package countersign.intake;

import countersign.arrival.ReceivedFile;
import countersign.lifecycle.Change;
import countersign.lifecycle.Leases;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.WorkQueue;
import countersign.profile.FileKind;
import countersign.profile.FileName;
import countersign.request.Actor;
import countersign.request.FileDetail;
import countersign.request.FileDetail.Detail;
import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import countersign.request.Verb;
import countersign.screening.ScreeningPolicy;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Step {@code receive}: claims a file's id, keeps its sealed bytes chunk by chunk as they come, and
 * then uses the id up, which commits only while this gateway holds the partner's lease. The claim
 * and the end are short transactions; no transaction is open while the partner sends. A process
 * that dies in between leaves an attempt that the next poll removes. Finding the same file again is
 * harmless. Stateless.
 */
final class ReceiveStep {
  private final Lifecycle lifecycle;
  private final Leases leases;
  private final Stores stores;
  private final ScreeningPolicy policy;
  private final ToLongFunction<String> maxSealedBytes;

  /**
   * Creates the step.
   *
   * @param maxSealedBytes size of the largest file that is kept, by the partner's id
   */
  ReceiveStep(
      Lifecycle lifecycle,
      Leases leases,
      Stores stores,
      ScreeningPolicy policy,
      ToLongFunction<String> maxSealedBytes) {
    this.lifecycle = lifecycle;
    this.leases = leases;
    this.stores = stores;
    this.policy = policy;
    this.maxSealedBytes = maxSealedBytes;
  }

  /**
   * A file in the inbox and its sender.
   *
   * @param attempt number of the attempt that keeps its bytes; null if they are not kept
   */
  private record Found(
      FileName name,
      FileRow sender,
      ScreeningPolicy.Sender who,
      long listedBytes,
      @Nullable Long attempt) {
    /** The id in the file's name; null if the name is not one of the agency's. */
    @Nullable FileId id() {
      FileId id = name.id();
      return id != null && id.agency().equals(who.agency()) ? id : null;
    }
  }

  ReceivedFile receive(InputStream sealed, String rawName, long listedBytes, String partner) {
    Actor actor = Actor.partner(partner);
    Found found =
        lifecycle.change(
            actor, change -> claim(change, FileName.of(rawName), listedBytes, partner));
    Transfer transfer = new Transfer(sealed, listedBytes);
    Long attempt = found.attempt();
    if (attempt == null) {
      transfer.skim();
    } else {
      keep(transfer, attempt, found);
    }
    return lifecycle.change(
        actor,
        change -> {
          stores.arrivals().lockAgency(found.who().agency());
          ReceivedFile received = commit(change, found, transfer);
          leases.assertHeld("inbox-" + partner);
          return received;
        });
  }

  /** Claims an unused id while the bytes of its file are received. */
  private Found claim(Change change, FileName name, long listedBytes, String partner) {
    ScreeningPolicy.Sender who = policy.owner(partner, change.now());
    stores.arrivals().lockAgency(who.agency());
    leases.assertHeld("inbox-" + partner);
    stores.arrivals().clear(partner);
    FileRow sender = FileRow.arriving(partner, who.agency(), name.kept(), change.now());
    Found found = new Found(name, sender, who, listedBytes, null);
    FileId id = found.id();
    if (id == null || stores.files().used(id) || isTooLarge(found)) {
      return found;
    }
    return new Found(name, sender, who, listedBytes, stores.arrivals().begin(partner, id));
  }

  private boolean isTooLarge(Found found) {
    return found.listedBytes() > maxSealedBytes.applyAsLong(found.sender().partner());
  }

  /** Keeps the bytes, or abandons the attempt. The next poll removes it if that fails as well. */
  private void keep(Transfer transfer, long attempt, Found found) {
    try {
      transfer.keep(attempt, Objects.requireNonNull(found.id()), stores);
    } catch (RuntimeException e) {
      try {
        lifecycle.run(
            Actor.partner(found.sender().partner()), change -> stores.arrivals().abandon(attempt));
      } catch (RuntimeException left) {
        e.addSuppressed(left);
      }
      throw e;
    }
  }

  private ReceivedFile commit(Change change, Found found, Transfer transfer) {
    FileId id = found.id();
    Long attempt = found.attempt();
    boolean used = id != null && stores.files().used(id);
    if (attempt != null && id != null) {
      stores.arrivals().end(attempt, id);
      if (used) { // another file used the number during the transfer
        stores.arrivals().dropChunks(id);
      }
    }
    if (id != null && !used) {
      return unused(change, found, id, transfer);
    }
    Optional<FileRow> same =
        stores.files().same(found.who().agency(), found.name().kept(), transfer.sha256());
    if (same.isPresent()) {
      return again(change, same.get(), found);
    }
    return unnamed(change, found, used, transfer);
  }

  /** A file with an unused id, which is used up whatever the verdict is. */
  private ReceivedFile unused(Change change, Found found, FileId id, Transfer transfer) {
    List<FileDetail> details = new ArrayList<>();
    if (stores.files().contentKnown(found.who().agency(), transfer.sha256(), id.value())) {
      details.add(new FileDetail(ReasonCode.F104_DUPLICATE_FILE, Detail.SEEN_CONTENT, null));
      stores.arrivals().dropChunks(id);
    } else if (isTooLarge(found)) {
      details.add(new FileDetail(ReasonCode.F112_THREAT_SCAN, Detail.SIZE, null));
    }
    return received(change, found, id, transfer, details);
  }

  /** A file without an unused id in its name; it gets an id made from its content. */
  private ReceivedFile unnamed(Change change, Found found, boolean used, Transfer transfer) {
    FileId id =
        FileId.unnamed(change.now().atZone(ZoneOffset.UTC).toLocalDate(), transfer.sha256());
    Optional<FileRow> before = stores.files().find(id.value());
    if (before.isPresent()) {
      return again(change, before.get(), found);
    }
    boolean seen = stores.files().contentKnown(found.who().agency(), transfer.sha256(), id.value());
    List<FileDetail> details = new ArrayList<>();
    if (used) {
      details.add(new FileDetail(ReasonCode.F104_DUPLICATE_FILE, Detail.USED_ID, null));
    } else {
      details.add(new FileDetail(ReasonCode.F103_FILENAME, Detail.NAME, null));
    }
    if (seen) {
      details.add(new FileDetail(ReasonCode.F104_DUPLICATE_FILE, Detail.SEEN_CONTENT, null));
    }
    return received(change, found, id, transfer, details);
  }

  private ReceivedFile received(
      Change change, Found found, FileId id, Transfer transfer, List<FileDetail> details) {
    stores
        .files()
        .received(
            change,
            new JdbcFiles.Arrived(
                id,
                found.sender(),
                found.who().environment(),
                transfer.bytes(),
                transfer.sha256(),
                details));
    change.event(
        Verb.RECEIVE,
        id.value(),
        Map.of(
            "sha256", transfer.sha256(),
            "bytes", String.valueOf(transfer.bytes()),
            "receivedAt", found.sender().receivedAt().toString()));
    change.next(WorkQueue.READ, id.value());
    return new ReceivedFile(id, kind(id, details.isEmpty()), found.sender().partner());
  }

  /** A receipt that stage 1 refuses takes the way of a request file, whose next step refuses it. */
  private static FileKind kind(FileId id, boolean faultless) {
    return id.isReceipt() && faultless ? FileKind.RECEIPT : FileKind.REQUEST;
  }

  /**
   * The same file is in the inbox again. If it is not judged yet, its processing continues. If it
   * was judged and never moved, only the move is unfinished. If it was moved, the partner sent it
   * again, so the same bytes of its last acknowledgement are delivered again. A receipt is moved
   * without an answer.
   */
  private ReceivedFile again(Change change, FileRow known, Found found) {
    String partner = found.sender().partner();
    if (known.state() == FileState.RECEIVED) {
      stores.files().backInInbox(known.id(), found.name().kept());
      return new ReceivedFile(known.id(), kind(known.id(), known.codes().isEmpty()), partner);
    }
    if (known.moved() || !known.name().equals(found.name().kept())) {
      stores.files().backInInbox(known.id(), found.name().kept());
      change.event(Verb.RECEIVE, known.id().value(), Map.of("again", "true"));
      if (!known.id().isReceipt()) {
        stores.acknowledgements().again(change, known.id());
      }
    }
    return new ReceivedFile(known.id(), FileKind.KNOWN, partner);
  }
}
