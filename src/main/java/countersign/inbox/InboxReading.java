package countersign.inbox;

import com.jcraft.jsch.SftpException;
import countersign.arrival.ArrivingFile;
import countersign.inbox.InboxFailure.Cause;
import countersign.intake.FileMoves;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One partner's inbox, read entry by entry: a complete file goes through the route that receives it
 * and is moved when it has its verdict. What cannot be fetched or moved delays no other file.
 */
final class InboxReading {
  private static final Logger LOG = LoggerFactory.getLogger(InboxReading.class);
  private static final int FAILURES_A_POLL = 50;

  /** The route that receives a file. */
  interface Route {
    /** Receives a file, whatever its verdict is then. */
    Receipt receive(ArrivingFile file);

    /** Whether another file may be received now. */
    boolean goesOn();

    /** In which order files are received. */
    Comparator<InboxEntry> order();

    /** The bytes of a file, as fast as the partner's document allows. */
    InputStream paced(InputStream fast);
  }

  /**
   * What became of an attempt to receive a file.
   *
   * @param claimed whether the file has an id now
   * @param failure why it could not be received; null if the file is not the reason
   */
  record Receipt(boolean claimed, @Nullable Cause failure) {}

  private enum Outcome {
    RECEIVED,
    FAILED,
    WAITS
  }

  private record Judged(String print, String folder) {}

  private final String partner;
  private final FileMoves inbox;
  private final InboxFileMover mover;
  private final InboxSightings sightings;
  private final InboxTries tries;
  private final RefusedMoves refused;
  private final Map<String, Judged> judged = new HashMap<>();
  private boolean unfinished;

  InboxReading(
      String partner,
      FileMoves inbox,
      InboxFileMover mover,
      InboxSightings sightings,
      InboxTries tries,
      RefusedMoves refused) {
    this.partner = partner;
    this.inbox = inbox;
    this.mover = mover;
    this.sightings = sightings;
    this.tries = tries;
    this.refused = refused;
  }

  /**
   * Reads complete files until {@code most} have been received.
   *
   * @param state the partner's other folders
   * @return every entry of the inbox when it was listed
   */
  List<InboxEntry> read(PartnerFolders folders, PartnerFolderState state, Route route, int most)
      throws SftpException {
    InboxListing found = folders.inbox();
    List<InboxEntry> listing = found.entries();
    if (found.complete()) {
      forgetAllBut(listing, state);
    }
    try {
      List<InboxEntry> still = sightings.still(listing);
      List<InboxEntry> due =
          still.stream().filter(entry -> !rests(entry)).sorted(tries.order(route.order())).toList();
      unfinished = still.size() < listing.size() || due.size() > most;
      takeAll(folders, state, route, due, most);
    } finally {
      tries.store();
    }
    return listing;
  }

  /** Time until the first file of the last listing that is too new may be read; zero if none. */
  Duration untilNextStill() {
    return sightings.untilNextStill();
  }

  /** Whether the last poll left files behind: some may be growing, or there were too many. */
  boolean isUnfinished() {
    return unfinished;
  }

  private void forgetAllBut(List<InboxEntry> listing, PartnerFolderState state) {
    Set<String> present = new HashSet<>();
    listing.forEach(entry -> present.add(entry.name()));
    judged.keySet().retainAll(present);
    tries.keepOnly(listing, state.permissions());
    inbox.movedAllBut(partner, present);
    if (!tries.anyNotMoved()) {
      refused.clear();
    }
  }

  private boolean rests(InboxEntry entry) {
    return tries.isStuck(entry)
        ? refused.rests(Optional.ofNullable(judged.get(entry.name())).map(Judged::folder))
        : tries.rests(entry);
  }

  private void takeAll(
      PartnerFolders folders, PartnerFolderState state, Route route, List<InboxEntry> due, int most)
      throws SftpException {
    int received = 0;
    int failed = 0;
    int unpublished = 0;
    for (InboxEntry entry : due) {
      Cause obstacle = entry.obstacle();
      if (obstacle != null) {
        tries.failed(entry, obstacle, state.permissions());
      } else if (received < most && failed < FAILURES_A_POLL && route.goesOn() && !rests(entry)) {
        switch (take(folders, state, route, entry)) {
          case RECEIVED -> {
            received++;
            unpublished += entry.isPublished() ? 0 : 1;
          }
          case FAILED -> failed++;
          case WAITS -> {}
        }
      }
    }
    if (unpublished > 0) {
      LOG.info("Inbox of {}: files received with wrong names: {}", partner, unpublished);
    }
  }

  private Outcome take(
      PartnerFolders folders, PartnerFolderState state, Route route, InboxEntry entry)
      throws SftpException {
    Judged before = judged.get(entry.name());
    if (before != null && before.print().equals(entry.print())) {
      return move(folders, state, entry, before.folder()) ? Outcome.WAITS : Outcome.FAILED;
    }
    Receipt receipt = receive(folders, route, entry);
    Cause failure = receipt.failure();
    if (failure != null) {
      tries.failed(entry, failure, state.permissions());
      return Outcome.FAILED;
    }
    Optional<String> folder = receipt.claimed() ? mover.folder(entry) : Optional.empty();
    if (folder.isPresent()) {
      judged.put(entry.name(), new Judged(entry.print(), folder.get()));
      move(folders, state, entry, folder.get());
    }
    return Outcome.RECEIVED;
  }

  private Receipt receive(PartnerFolders folders, Route route, InboxEntry entry)
      throws SftpException {
    Receipt receipt;
    try (InputStream content = route.paced(folders.fetch(entry))) {
      receipt = route.receive(new ArrivingFile(content, entry.name(), entry.bytes(), partner));
    } catch (SftpException | IOException e) {
      receipt = new Receipt(false, Cause.NOT_FETCHED);
    }
    if (receipt.failure() != null) {
      assertConnected(folders, entry);
    }
    return receipt;
  }

  /** A broken connection is the server's failure, not the entry's, and ends the poll. */
  private void assertConnected(PartnerFolders folders, InboxEntry entry) throws SftpException {
    try {
      folders.permissions("inbox");
    } catch (SftpException e) {
      tries.interrupted(entry);
      throw e;
    }
  }

  /** Returns false if the attempt failed because of the file. */
  private boolean move(
      PartnerFolders folders, PartnerFolderState state, InboxEntry entry, String folder)
      throws SftpException {
    if (state.isMissing(folder)) {
      return true; // it is reported, and the file waits for the folder
    }
    try {
      if (!folders.isUnchanged(entry)) {
        judged.remove(entry.name()); // what is there now has not been read
        return true;
      }
      mover.move(folders, entry, folder);
    } catch (SftpException e) {
      assertConnected(folders, entry);
      tries.failed(entry, Cause.NOT_MOVED, state.permissions());
      SftpFault fault = SftpFault.of(e).orElse(SftpFault.SFTP_REFUSED).withFolder();
      refused.refused(folder, folders.refusal(folder, fault));
      return false;
    }
    refused.worked(folder);
    judged.remove(entry.name());
    tries.succeeded(entry);
    return true;
  }
}
