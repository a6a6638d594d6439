package countersign.intake;

import countersign.arrival.ChunkStream;
import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.WorkQueue;
import countersign.request.FileId;
import countersign.request.FileState;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/** The stored files that are receipts and dispositions. Stateless. */
public final class ReceiptFiles {
  private final Stores stores;

  ReceiptFiles(Stores stores) {
    this.stores = stores;
  }

  /** A file that must exist. */
  public FileRow find(FileId id) {
    return stores.file(id);
  }

  /** Its sealed bytes as received. */
  public InputStream sealed(FileId id) {
    return new ChunkStream(id, stores.arrivals(), stores.vault().file(id.value()));
  }

  /**
   * Accepts a file that has no verdict, in the caller's transaction.
   *
   * @return false if it had its verdict, so that the caller must do nothing more
   */
  public boolean file(Change change, FileId id) {
    FileRow row = stores.locked(change, id);
    if (row.state() != FileState.RECEIVED) {
      return false;
    }
    stores.files().codes(id, List.of(), List.of(), change.now());
    change.move(Entity.FILE, id.value(), Set.of(FileState.RECEIVED), FileState.FILED);
    change.finish(WorkQueue.READ, id.value());
    return true;
  }
}
