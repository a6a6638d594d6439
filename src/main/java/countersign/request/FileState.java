package countersign.request;

/** Where a file stands; each constant says what is true if the process dies right there. */
public enum FileState {
  /**
   * Its sealed bytes are kept and its id is used up; it still lies in {@code inbox/} and is judged
   * again at the next poll.
   */
  RECEIVED,
  /**
   * A person, a missing file or the lifting of a block decides; its requests are stored, none is
   * looked up.
   */
  HELD,
  /** We could not judge it, or a block stands; as HELD, but nothing runs by itself. */
  QUARANTINED,
  /** Refused as a whole; the acknowledgement is due or sent. Final. */
  REFUSED,
  /** Taken: every request is refused, held or on its way to an answer. */
  IN_PROGRESS,
  /** Every request is answered and delivered. Final. */
  ANSWERED
}
