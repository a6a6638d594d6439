package countersign.intake;

import countersign.accounting.Accounting;
import countersign.arrival.JdbcArrivals;
import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.request.FileId;
import countersign.stops.Stops;
import countersign.vault.Vault;

/**
 * The stores that intake uses.
 *
 * @param arrivals transfers in progress, and the sealed bytes of all files
 * @param files files
 * @param requests requests and their states
 * @param whole file codes that need other files
 * @param groups requests that are answered together
 * @param acknowledgements requests for acknowledgements
 * @param accounting the accounting
 * @param vault keys
 * @param stops vetoes on files and persons
 */
record Stores(
    JdbcArrivals arrivals,
    JdbcFiles files,
    JdbcRequests requests,
    JdbcFileHistory whole,
    JdbcRequestGroups groups,
    AcknowledgementsDue acknowledgements,
    Accounting accounting,
    Vault vault,
    Stops stops) {

  /** A file that must exist. */
  FileRow file(FileId id) {
    return files
        .find(id.value())
        .orElseThrow(() -> new IllegalArgumentException("There is no file " + id));
  }

  /** A file that must exist, locked until the change ends. */
  FileRow locked(Change change, FileId id) {
    change.lock(Entity.FILE, id.value());
    return file(id);
  }
}
