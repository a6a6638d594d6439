package countersign.operations;

/**
 * What submitters and operators may see of a request: four words. Everything between taking it and
 * answering it is one of them, and a request counts as answered only when every request of its
 * group is, because an early answer would tell which ones were disclosed.
 *
 * @see <a href="../../../../../docs/exchange.md">what a partner can observe</a>
 */
public enum ObservableState {
  /** Refused before any look-up; final. */
  REFUSED,
  /** A person decides before any look-up. */
  HELD,
  /** Taken and not answered. */
  TAKEN,
  /** Its whole group is answered and delivered. */
  ANSWERED
}
