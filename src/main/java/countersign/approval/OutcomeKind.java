package countersign.approval;

/**
 * One constant for each {@link ApprovalOutcome}. Code that handles outcomes switches over it
 * without a default, so it does not compile until it handles a new outcome.
 */
public enum OutcomeKind {
  /** {@link ApprovalOutcome.Done}. */
  DONE,
  /** {@link ApprovalOutcome.Unknown}. */
  UNKNOWN,
  /** {@link ApprovalOutcome.WrongRole}. */
  WRONG_ROLE,
  /** {@link ApprovalOutcome.WrongPerson}. */
  WRONG_PERSON,
  /** {@link ApprovalOutcome.Vetoed}. */
  VETOED,
  /** {@link ApprovalOutcome.NotOfRecord}. */
  NOT_OF_RECORD,
  /** {@link ApprovalOutcome.SameCounsel}. */
  SAME_COUNSEL,
  /** {@link ApprovalOutcome.TooLate}. */
  TOO_LATE,
  /** {@link ApprovalOutcome.StaleDraft}. */
  STALE_DRAFT,
  /** {@link ApprovalOutcome.Expired}. */
  EXPIRED,
  /** {@link ApprovalOutcome.WrongState}. */
  WRONG_STATE,
  /** {@link ApprovalOutcome.TooSoon}. */
  TOO_SOON,
  /** {@link ApprovalOutcome.Unanswered}. */
  UNANSWERED,
  /** {@link ApprovalOutcome.NoReason}. */
  NO_REASON,
  /** {@link NotEnrolled}. */
  NOT_ENROLLED,
  /** {@link ClaimedByOther}. */
  CLAIMED,
  /** {@link SamePair}. */
  SAME_PAIR,
  /** {@link DecidedOtherwise}. */
  DECIDED_OTHERWISE
}
