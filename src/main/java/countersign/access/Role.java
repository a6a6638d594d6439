package countersign.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * What an account may do. Roles that could agree with each other behind the law's back exclude each
 * other.
 *
 * @see <a href="../../../../../docs/rules.md">rules R51 and R65</a>
 */
public enum Role {
  /** Sends files for an agency and sees where they stand. */
  SUBMITTER,
  /** Runs the gateway and never sees a taxpayer. */
  OPERATOR,
  /** Signs a draft first. */
  FIRST_REVIEWER,
  /** Signs a draft second. */
  COUNTERSIGNER,
  /** Stops, lifts, refuses, withdraws. */
  COUNSEL,
  /** Stops, lifts, watches over what was disclosed. */
  PRIVACY_OFFICER,
  /** Edits rules and agreements. */
  RULE_EDITOR,
  /** Verifies the accounting; changes nothing. */
  AUDITOR;

  private static final Set<Role> REVIEWERS = Set.of(FIRST_REVIEWER, COUNTERSIGNER);
  private static final Set<Role> NEVER_REVIEWERS =
      Set.of(SUBMITTER, OPERATOR, RULE_EDITOR, AUDITOR);

  /** The authority's name in Spring Security. */
  public String authority() {
    return "ROLE_" + name();
  }

  /**
   * Checks that one person may hold these roles together: whoever asks, runs the gateway, writes
   * its rules or audits it does not review.
   *
   * @throws IllegalArgumentException if there is none, or two of them exclude each other
   */
  public static Set<Role> together(Set<Role> roles) {
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("An account has at least one role");
    }
    Set<Role> copy = EnumSet.copyOf(roles);
    boolean reviews = copy.stream().anyMatch(REVIEWERS::contains);
    boolean other = copy.stream().anyMatch(NEVER_REVIEWERS::contains);
    if (reviews && other) {
      throw new IllegalArgumentException(
          "A reviewer cannot also be submitter, operator, rule editor or auditor; given: " + copy);
    }
    return copy;
  }
}
