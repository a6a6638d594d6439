package countersign.request;

/** Where one request stands; each constant says what is true if the process dies right there. */
public enum RequestState {
  /** Refused before any look-up; the acknowledgement names its codes. Final. */
  REFUSED,
  /** Waits for a person's decision before any look-up. */
  HELD,
  /** Passed screening; nothing has been looked up. */
  TAKEN,
  /** One record matched; the draft's bytes are stored and wait for the first reviewer. */
  DRAFTED,
  /** No single, confirmed record in the period; answered NOT_DISCLOSED at the deadline. */
  UNMATCHED,
  /** One reviewer signed the draft's digest. */
  ENDORSED,
  /** Two different reviewers signed the same digest; may be released. */
  COUNTERSIGNED,
  /**
   * A reviewer or counsel said no; answered NOT_DISCLOSED. Final, except that two counsel can lift
   * counsel's before its answer is due.
   */
  DECLINED,
  /** Not decided by the deadline; answered NOT_DISCLOSED. */
  EXPIRED,
  /** In exactly one response and accounted for; not yet delivered. */
  RELEASED,
  /** The response that carries it lies in the partner's outbox. */
  DELIVERED,
  /** Its response was recalled after delivery. */
  RECALLED
}
