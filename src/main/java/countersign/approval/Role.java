package countersign.approval;

/** What an account may be; which of it counts here, and which of it excludes from approving. */
public enum Role {
  /** Puts requests in; never approves. */
  SUBMITTER(true),
  /** Runs the gateway; never approves. */
  OPERATOR(true),
  /** Endorses drafts, or refuses. */
  FIRST_REVIEWER(false),
  /** Countersigns what another endorsed, or refuses. */
  COUNTERSIGNER(false),
  /** Refuses. */
  COUNSEL(false),
  /** Sees, and stops. */
  PRIVACY_OFFICER(false),
  /** Writes rules; never approves. */
  RULE_EDITOR(true),
  /** Sees. */
  AUDITOR(false);

  private final boolean excludes;

  Role(boolean excludes) {
    this.excludes = excludes;
  }

  /**
   * Whether whoever has it may not approve, whatever else they are.
   *
   * @see <a href="../../../../../docs/rules.md">R51</a>
   */
  public boolean excludes() {
    return excludes;
  }
}
