package countersign.intake;

import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.Leases;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.Stage;
import countersign.request.AcknowledgementState;
import countersign.request.Actor;
import countersign.request.FileDetail;
import countersign.request.FileDetail.Detail;
import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import countersign.request.Verb;
import java.io.InputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Step {@code receive}: claims a file by its id and content and keeps its sealed bytes, in one
 * transaction that commits only while this gateway holds the partner's lease. Finding the same file
 * again is harmless. Stateless.
 */
final class Arrival {
  private final Lifecycle lifecycle;
  private final Leases leases;
  private final Stores stores;
  private final Judgement judgement;
  private final Clock clock;
  private final long maxSealedBytes;

  Arrival(
      Lifecycle lifecycle,
      Leases leases,
      Stores stores,
      Judgement judgement,
      Clock clock,
      long maxSealedBytes) {
    this.lifecycle = lifecycle;
    this.leases = leases;
    this.stores = stores;
    this.judgement = judgement;
    this.clock = clock;
    this.maxSealedBytes = maxSealedBytes;
  }

  /** What lies in the inbox and who sent it. */
  private record Found(FileName name, FileRow sender, Judgement.Sender who, long listedBytes) {}

  ReceivedFile receive(InputStream sealed, String rawName, long listedBytes, String partner) {
    Judgement.Sender who = judgement.sender(partner, clock.instant());
    FileName name = FileName.of(rawName);
    return lifecycle.change(
        Actor.partner(partner),
        change -> {
          stores.files().lockAgency(who.agency());
          FileRow sender = FileRow.arriving(partner, who.agency(), name.kept(), change.now());
          ReceivedFile received = claim(change, new Found(name, sender, who, listedBytes), sealed);
          leases.assertHeld("inbox-" + partner);
          return received;
        });
  }

  private ReceivedFile claim(Change change, Found found, InputStream sealed) {
    FileId id = found.name().id();
    boolean named = id != null && id.agency().equals(found.who().agency());
    boolean used = named && stores.files().used(id);
    boolean keeps = named && !used && found.listedBytes() <= maxSealedBytes;
    if (named && !used) {
      stores.files().claim(id, found.sender(), found.who().environment());
    }
    Transfer transfer = new Transfer(sealed, found.listedBytes());
    if (keeps) {
      transfer.keep(id, stores);
    } else {
      transfer.skim();
    }
    if (named && !used) {
      return unused(change, found, id, transfer);
    }
    Optional<FileRow> same =
        stores.files().same(found.who().agency(), found.name().kept(), transfer.sha256());
    if (same.isPresent()) {
      return again(change, same.get(), found);
    }
    return unnamed(change, found, used, transfer);
  }

  /** A name of its own: whatever becomes of the file, its id is used up. */
  private ReceivedFile unused(Change change, Found found, FileId id, Transfer transfer) {
    List<FileDetail> details = new ArrayList<>();
    if (stores.files().contentKnown(found.who().agency(), transfer.sha256(), id.value())) {
      details.add(new FileDetail(ReasonCode.F104_DUPLICATE_FILE, Detail.SEEN_CONTENT, null));
      stores.files().dropChunks(id);
    } else if (found.listedBytes() > maxSealedBytes) {
      details.add(new FileDetail(ReasonCode.F112_THREAT_SCAN, Detail.SIZE, null));
    }
    return received(change, found, id, transfer, details);
  }

  /** No unused id in its name: it is answered under one that its content gives. */
  private ReceivedFile unnamed(Change change, Found found, boolean used, Transfer transfer) {
    FileId id =
        FileId.unnamed(change.now().atZone(ZoneOffset.UTC).toLocalDate(), transfer.sha256());
    Optional<FileRow> before = stores.files().find(id.value());
    if (before.isPresent()) {
      return again(change, before.get(), found);
    }
    boolean seen = stores.files().contentKnown(found.who().agency(), transfer.sha256(), id.value());
    stores.files().claim(id, found.sender(), found.who().environment());
    if (found.name().kind() == Kind.RECEIPT) {
      transfer.keepFirst(id, stores);
      return received(change, found, id, transfer, List.of());
    }
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
    List<ReasonCode> codes = details.stream().map(FileDetail::code).distinct().toList();
    stores.files().received(id, transfer.bytes(), transfer.sha256(), codes, details);
    change.event(
        Verb.RECEIVE,
        id.value(),
        Map.of("sha256", transfer.sha256(), "bytes", String.valueOf(transfer.bytes())));
    change.next(Stage.READ, id.value());
    Kind kind = found.name().kind() == Kind.RECEIPT ? Kind.RECEIPT : Kind.REQUEST;
    return new ReceivedFile(id, kind, found.sender().partner());
  }

  /**
   * The same file lies there again. Not judged yet: go on with it. Judged and never moved: our own
   * unfinished move. Moved before: it was sent again, so its last acknowledgement is put there
   * again, the same bytes.
   */
  private ReceivedFile again(Change change, FileRow known, Found found) {
    String partner = found.sender().partner();
    if (known.state() == FileState.RECEIVED) {
      stores.files().lies(known.id(), found.name().kept());
      Kind kind = found.name().kind() == Kind.RECEIPT ? Kind.RECEIPT : Kind.REQUEST;
      return new ReceivedFile(known.id(), kind, partner);
    }
    if (known.moved() || !known.name().equals(found.name().kept())) {
      stores.files().lies(known.id(), found.name().kept());
      change.event(Verb.RECEIVE, known.id().value(), Map.of("again", "true"));
      stores.answers().last(known.id()).ifPresent(last -> putAgain(change, last.id()));
    }
    return new ReceivedFile(known.id(), Kind.KNOWN, partner);
  }

  private static void putAgain(Change change, String acknowledgement) {
    boolean delivered =
        change
            .lock(Entity.ACKNOWLEDGEMENT, acknowledgement)
            .filter(AcknowledgementState.DELIVERED.name()::equals)
            .isPresent();
    if (delivered) {
      change.move(
          Entity.ACKNOWLEDGEMENT,
          acknowledgement,
          Set.of(AcknowledgementState.DELIVERED),
          AcknowledgementState.SEALED);
      change.next(Stage.DELIVER, acknowledgement);
    }
  }
}
