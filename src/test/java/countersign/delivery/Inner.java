package countersign.delivery;

/** The internal outcomes of a request after its look-up, which a partner must not distinguish. */
enum Inner {
  /** No record has the taxpayer number. */
  NO_RECORD,
  /** The record with the number has another name. */
  ANOTHER_NAME,
  /** The stated address is not an address of the taxpayer. */
  ADDRESS_OF_ANOTHER,
  /** The request has no number, and two records match. */
  AMBIGUOUS,
  /** The record's last address is from a year outside the requested period. */
  OUTSIDE_PERIOD,
  /** The first reviewer denies the request. */
  REFUSED_FIRST,
  /** The first reviewer endorses the request, and the second denies it. */
  REFUSED_SECOND,
  /**
   * Counsel denies the request, a reviewer then tries to endorse it, and counsel reconsiders alone.
   */
  VETOED,
  /** The first reviewer answers that the disclosure would impair an investigation. */
  IMPAIRED,
  /** The first reviewer endorses the request, and no one countersigns it. */
  HALF_APPROVED,
  /** No reviewer decides about the request. */
  NEVER_DECIDED,
  /**
   * Both reviewers approve. Tests of what stays secret exclude this outcome, or use cover traffic.
   */
  DISCLOSED
}
