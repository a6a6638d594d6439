package countersign.recall;

/** Why responses are recalled, as their officers read it. */
public enum RecallCode {
  /** A rule of the gateway was wrong. */
  RULE_DEFECT,
  /** A response is about another person. */
  OTHER_PERSON,
  /** The disclosure was not lawful. */
  NOT_LAWFUL,
  /** A court has ordered it. */
  COURT_ORDER,
  /** An officer has not confirmed the response. */
  NO_RECEIPT;

  /** Whether the fault is the gateway's own, so that it is an incident as well. */
  public boolean isOwnDefect() {
    return this == RULE_DEFECT || this == OTHER_PERSON || this == NOT_LAWFUL;
  }
}
