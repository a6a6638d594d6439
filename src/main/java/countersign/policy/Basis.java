package countersign.policy;

/** What a rule's authority is, strongest first. */
public enum Basis {
  /** The statute demands it. */
  STATUTE,
  /** A court found or ordered it. */
  COURT,
  /** A memorandum between the agencies promises it. */
  MEMORANDUM,
  /** 26 U.S.C. 6103(p)(4) or IRS Publication 1075 demands it as a safeguard. */
  SAFEGUARD,
  /** Our own prudence; its numbers are ours. */
  PRUDENCE
}
