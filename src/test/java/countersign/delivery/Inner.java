package countersign.delivery;

/** What can become of a request after its look-up; a partner must not be able to tell which. */
enum Inner {
  /** No record has the number. */
  NO_RECORD,
  /** The record of that number is another person's by name. */
  ANOTHER_NAME,
  /** The stated address is none of the taxpayer's. */
  ADDRESS_OF_ANOTHER,
  /** Without a number, two records fit. */
  AMBIGUOUS,
  /** The record's last address is from a year that was not asked for. */
  OUTSIDE_PERIOD,
  /** The first reviewer refuses. */
  REFUSED_FIRST,
  /** The first endorses, the second refuses. */
  REFUSED_SECOND,
  /** Counsel refuses, a reviewer tries to get past it, and counsel reconsiders in vain. */
  VETOED,
  /** The first reviewer says that it would impair an investigation. */
  IMPAIRED,
  /** Endorsed, and nobody countersigns. */
  HALF_APPROVED,
  /** Nobody looks at it. */
  NEVER_DECIDED,
  /** Both approve. The one that is told, so it belongs to no comparison but of what is not. */
  DISCLOSED
}
