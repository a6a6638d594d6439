package countersign.disclosure;

/** Why an approval does not count when an answer is about to be released. */
enum VerificationCause {
  /** An approval is missing, or it has no signed statement. */
  NOT_SIGNED(Effect.DECLINE),
  /** The statement's bytes are not canonical or contradict the signer. */
  MALFORMED(Effect.DECLINE),
  /** The signature does not fit the statement. */
  WRONG_SIGNATURE(Effect.DECLINE),
  /** The key is not in the enrolment register, or was not in force when it signed. */
  KEY_NOT_ENROLLED(Effect.DECLINE),
  /** The statement is about another request, step, draft or installation. */
  OTHER_SUBJECT(Effect.DECLINE),
  /** The register does not let the person take this step. */
  WRONG_ROLE(Effect.DECLINE),
  /** Both approvals are by one person. */
  SAME_PERSON(Effect.DECLINE),
  /** The person asks, receives the answer, or signed the configuration. */
  OTHER_PART(Effect.DECLINE),
  /** A question of 6103(i)(6) was not answered with no. */
  NOT_CLEARED(Effect.DECLINE),
  /** The second approval does not refer to the first. */
  OTHER_FIRST_APPROVAL(Effect.DECLINE),
  /** The request was denied, and no two counsel lifted the denial. */
  DENIED(Effect.DECLINE),
  /** The ledger recorded a denial that the table does not contain. */
  DENIAL_MISSING(Effect.DECLINE),
  /** The rules refuse the stored request. */
  RULES_REFUSE(Effect.DECLINE),
  /** The ledger has no event of the approval. */
  NOT_RECORDED(Effect.DECLINE),
  /** The same signed statement is stored or recorded more than once. */
  SIGNED_TWICE(Effect.LAPSE),
  /** A denial, its lift or a lapse is newer than the approval. */
  OLDER_THAN_LAST_DECISION(Effect.LAPSE),
  /** The key is no longer in force. */
  KEY_RETIRED(Effect.LAPSE),
  /** An officer's key is another one than the person approved. */
  OFFICER_KEY_CHANGED(Effect.LAPSE),
  /** The account of a person who approved is disabled. */
  ACCOUNT_DISABLED(Effect.LAPSE),
  /**
   * An approval expired. The statement says so, not the column by which the timer finds expired
   * approvals: a copied row may have another time there.
   */
  EXPIRED(Effect.LAPSE);

  /** What happens to the request. */
  enum Effect {
    /** It is denied. */
    DECLINE,
    /** Two people must approve it again. */
    LAPSE
  }

  private final Effect effect;

  VerificationCause(Effect effect) {
    this.effect = effect;
  }

  Effect effect() {
    return effect;
  }
}
