package countersign.ledger;

import javax.sql.DataSource;

/** Records every event. Only {@code lifecycle} may call it; any package may read and verify. */
public interface Ledger {

  /** The ledger in a database outside the gateway, for commands. */
  static Ledger on(DataSource database) {
    return JdbcLedger.on(database);
  }

  /**
   * Writes an event in the caller's transaction, so that the event exists exactly if the state
   * change it describes is committed.
   *
   * @return reference to the event, which has no place in the tree yet
   */
  EventRef record(Event event);
}
