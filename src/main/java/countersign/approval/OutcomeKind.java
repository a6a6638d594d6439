package countersign.approval;

/**
 * One constant for each {@link Outcome}, so that a switch without a default covers all of them and
 * a new outcome does not compile before everything that answers outcomes knows it.
 */
public enum OutcomeKind {
  /** {@link Outcome.Done}. */
  DONE,
  /** {@link Outcome.Unknown}. */
  UNKNOWN,
  /** {@link Outcome.WrongRole}. */
  WRONG_ROLE,
  /** {@link Outcome.WrongPerson}. */
  WRONG_PERSON,
  /** {@link Outcome.Vetoed}. */
  VETOED,
  /** {@link Outcome.NotOfRecord}. */
  NOT_OF_RECORD,
  /** {@link Outcome.SameCounsel}. */
  SAME_COUNSEL,
  /** {@link Outcome.TooLate}. */
  TOO_LATE,
  /** {@link Outcome.StaleDraft}. */
  STALE_DRAFT,
  /** {@link Outcome.Lapsed}. */
  LAPSED,
  /** {@link Outcome.WrongState}. */
  WRONG_STATE,
  /** {@link Outcome.TooSoon}. */
  TOO_SOON,
  /** {@link Outcome.Unanswered}. */
  UNANSWERED,
  /** {@link Outcome.NoReason}. */
  NO_REASON
}
