package countersign.ledger;

/**
 * Where everything that happens is written down. Only {@code lifecycle} may call it; reading and
 * verifying are free.
 */
public interface Ledger {

  /**
   * Writes an event in the caller's transaction: it is there exactly if the state change it tells
   * of is.
   *
   * @return where it was written; its place in the tree follows when the sealer has seen it
   */
  EventRef record(Event event);
}
