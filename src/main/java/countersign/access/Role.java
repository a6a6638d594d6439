package countersign.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * Role of an account. Roles exclude each other if one person who holds both could evade the
 * two-person control.
 *
 * @see <a href="../../../../../docs/rules.md">rules R51 and R65</a>
 */
public enum Role {
  /** Sends files for an agency and sees their status. */
  SUBMITTER,
  /** Operates the gateway and never sees taxpayer data. */
  OPERATOR,
  /** Gives the first approval of a draft. */
  FIRST_REVIEWER,
  /** Gives the second approval of a draft. */
  COUNTERSIGNER,
  /** Counsel: sets and lifts stops, denies, withdraws. */
  COUNSEL,
  /** Privacy officer: sets and lifts stops, monitors disclosures. */
  PRIVACY_OFFICER,
  /** Edits rules and agreements. */
  RULE_EDITOR,
  /** Verifies the accounting; changes nothing. */
  AUDITOR;

  private static final Set<Role> REVIEWERS = Set.of(FIRST_REVIEWER, COUNTERSIGNER);
  private static final Set<Role> NEVER_REVIEWERS =
      Set.of(SUBMITTER, OPERATOR, RULE_EDITOR, AUDITOR);

  /** Name of the authority in Spring Security. */
  public String authority() {
    return "ROLE_" + name();
  }

  /**
   * Checks that one person may hold these roles together: a person who submits requests, operates
   * the gateway, edits its rules or audits it must not review.
   *
   * @throws IllegalArgumentException if there is no role, or two of them exclude each other
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
