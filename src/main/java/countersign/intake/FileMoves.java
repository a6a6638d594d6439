package countersign.intake;

import countersign.lifecycle.Leases;
import countersign.lifecycle.Lifecycle;
import countersign.profile.FileName;
import countersign.request.Actor;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The partners' files in their inboxes: where each is to be moved, and which have been moved.
 * Stateless.
 */
public final class FileMoves {

  /** Refusals after the first verdict, which had already sent the file to the archive. */
  private static final Set<ReasonCode> LATER =
      Set.of(
          ReasonCode.A110_COUNSEL_REFUSED,
          ReasonCode.A112_HOLD_REFUSED,
          ReasonCode.A113_HOLD_LAPSED);

  private final Lifecycle lifecycle;
  private final Leases leases;
  private final Stores stores;
  private final FileProgress progress;

  FileMoves(Lifecycle lifecycle, Leases leases, Stores stores, FileProgress progress) {
    this.lifecycle = lifecycle;
    this.leases = leases;
    this.stores = stores;
    this.progress = progress;
  }

  /**
   * The folder to which the partner's file is to be moved.
   *
   * @return {@code archive} or {@code rejected}, by the first verdict; empty while there is none,
   *     because the file stays in the inbox until then
   */
  public Optional<String> folder(String partner, String name, long size) {
    return stores
        .files()
        .inInbox(partner, FileName.of(name).kept(), size)
        .filter(row -> row.state() != FileState.RECEIVED)
        .map(FileMoves::folder);
  }

  private static String folder(FileRow row) {
    boolean refused =
        row.state() == FileState.REFUSED && row.codes().stream().noneMatch(LATER::contains);
    return refused ? "rejected" : "archive";
  }

  /**
   * Records that the partner's file has left the inbox. Its look-ups start once it is acknowledged
   * as well. COMMITS.
   */
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
   * Marks judged files as moved that are no longer in the inbox, although no move was recorded: the
   * process died between the move and {@link #moved}, or the partner removed the file. Removes what
   * an interrupted transfer left. The caller holds the lease {@code inbox-PARTNER} and receives no
   * file of the partner now. COMMITS.
   *
   * @param present every name in a complete listing of the inbox
   */
  public void movedAllBut(String partner, Set<String> present) {
    removeInterrupted(partner);
    Set<String> kept =
        present.stream().map(name -> FileName.of(name).kept()).collect(Collectors.toSet());
    stores.files().unmoved(partner).stream()
        .filter(name -> !kept.contains(name))
        .forEach(name -> moved(partner, name));
  }

  private void removeInterrupted(String partner) {
    if (stores.arrivals().any(partner)) {
      lifecycle.run(
          Actor.partner(partner),
          change -> {
            leases.assertHeld("inbox-" + partner);
            stores.arrivals().clear(partner);
          });
    }
  }
}
