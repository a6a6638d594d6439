package countersign.request;

/** State of a file. Each constant says what is true if the process stops in that state. */
public enum FileState {
  /**
   * The sealed bytes are stored and the id is used. The file is still in {@code inbox/}, and the
   * next poll judges it again.
   */
  RECEIVED,
  /**
   * The file waits for a person's decision, for a missing file or for the end of a block. Its
   * requests are stored, but none of them is looked up.
   */
  HELD,
  /** The gateway could not judge the file, so it has no verdict yet. The gateway tries again. */
  QUARANTINED,
  /** The whole file is refused; the acknowledgement is due or was sent. Final. */
  REFUSED,
  /** The file is accepted: each request is refused, held or being processed. */
  IN_PROGRESS,
  /** Every request is answered and delivered. Final. */
  ANSWERED,
  /** A receipt or disposition that was accepted; it is not answered. Final. */
  FILED
}
