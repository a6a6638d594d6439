package countersign.request;

/** What a rule's objection causes: rejection, a person's decision, or a block. */
public enum Tier {
  /** The statute, a court's finding or the exchange profile makes the request or file invalid. */
  REJECT,
  /** A precaution: a person decides and records a reason. */
  HOLD,
  /** No request proceeds until the cause of the block has ended. No person can override it. */
  BLOCK
}
