package countersign.request;

/** State of one request. Each constant says what is true if the process stops in that state. */
public enum RequestState {
  /** Refused before any look-up; the acknowledgement contains its codes. Final. */
  REFUSED,
  /** Waits for a person's decision before any look-up. */
  HELD,
  /** Passed screening; nothing has been looked up. */
  TAKEN,
  /** One record matched. The draft's bytes are stored and wait for the first reviewer. */
  DRAFTED,
  /** No single confirmed record exists for the period; answered NOT_DISCLOSED at the deadline. */
  UNMATCHED,
  /** One reviewer signed the draft's digest. */
  ENDORSED,
  /** Two different reviewers signed the same digest; the response can be released. */
  COUNTERSIGNED,
  /**
   * A reviewer or counsel denied the disclosure; answered NOT_DISCLOSED. Final, except that two
   * counsel can reverse counsel's denial before the answer is due.
   */
  DECLINED,
  /** Not decided by the deadline; answered NOT_DISCLOSED. */
  EXPIRED,
  /** Included in exactly one response and accounted for; not yet delivered. */
  RELEASED,
  /** The response that contains it is in the partner's outbox. */
  DELIVERED,
  /** Its response was recalled after delivery. */
  RECALLED,
  /**
   * Answered before the database was restored; the journal of uploads says so. It is never answered
   * again. Final.
   */
  ANSWERED_BEFORE
}
