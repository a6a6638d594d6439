package countersign.operations;

/**
 * The four states of a request that submitters and operators may see. Every state between
 * acceptance and answer appears as one of them. A request counts as answered only when every
 * request of its group is answered, because an early answer would reveal which ones were disclosed.
 *
 * @see <a href="../../../../../docs/exchange.md">what a partner can observe</a>
 */
public enum ObservableState {
  /** Refused before any look-up; final. */
  REFUSED,
  /** Waits for a person's decision before any look-up. */
  HELD,
  /** Accepted and not answered yet. */
  TAKEN,
  /** Its whole group is answered and delivered. */
  ANSWERED
}
