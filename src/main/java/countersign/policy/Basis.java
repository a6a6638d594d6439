package countersign.policy;

/** The authority on which a rule rests, strongest first. */
public enum Basis {
  /** The statute requires the rule. */
  STATUTE,
  /** A court found or ordered it. */
  COURT,
  /** A memorandum between the agencies promises it. */
  MEMORANDUM,
  /** 26 U.S.C. 6103(p)(4) or IRS Publication 1075 requires it as a safeguard. */
  SAFEGUARD,
  /** The project's own precaution; its numbers are the project's choice. */
  PRUDENCE
}
