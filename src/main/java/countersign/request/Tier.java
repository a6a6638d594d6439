package countersign.request;

/** What a rule's objection causes: rejection, a person's decision, or a block. */
public enum Tier {
  /** The statute, a court's finding or the exchange profile makes the request or file invalid. */
  REJECT,
  /** A precaution: a person decides and records a reason. */
  HOLD,
  /** A stop for the whole system or one agency: no request proceeds until a person lifts it. */
  BLOCK
}
