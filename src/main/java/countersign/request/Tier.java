package countersign.request;

/** How hard a rule's no is. */
public enum Tier {
  /** The statute, a court's finding or the profile says the request or file is invalid. */
  REJECT,
  /** Prudential: a person decides and records a reason. */
  HOLD,
  /** A system-wide or agency-wide stop: nothing proceeds until it is lifted. */
  BLOCK
}
