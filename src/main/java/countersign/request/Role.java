package countersign.request;

import java.util.EnumSet;
import java.util.Set;

/**
 * What an account may do. Roles that could agree with each other to get round the law exclude each
 * other.
 *
 * @see <a href="../../../../../docs/rules.md">rules R51 and R65</a>
 */
public enum Role {
  /** Sends files for an agency and sees their status. */
  SUBMITTER(Part.NEVER_REVIEWS),
  /** Operates the gateway and never sees taxpayer data. */
  OPERATOR(Part.NEVER_REVIEWS),
  /** Gives the first approval of a draft. */
  FIRST_REVIEWER(Part.REVIEWS),
  /** Gives the second approval of a draft. */
  COUNTERSIGNER(Part.REVIEWS),
  /** Counsel: sets and lifts stops, denies, withdraws. */
  COUNSEL(Part.NEUTRAL),
  /** Privacy officer: sets and lifts stops, monitors disclosures. */
  PRIVACY_OFFICER(Part.NEUTRAL),
  /** Writes rules and agreements for others to sign; in the console it sees files only. */
  RULE_EDITOR(Part.NEVER_REVIEWS),
  /** Verifies the accounting; changes nothing. */
  AUDITOR(Part.NEVER_REVIEWS),
  /** Changes accounts, always together with another administrator. */
  ADMINISTRATOR(Part.NEVER_REVIEWS);

  private enum Part {
    REVIEWS,
    NEVER_REVIEWS,
    NEUTRAL
  }

  private final Part part;

  Role(Part part) {
    this.part = part;
  }

  /** Whether a person with this role may never approve a draft, even with other roles. */
  public boolean excludesReviewing() {
    return part == Part.NEVER_REVIEWS;
  }

  /**
   * Checks that one person may hold these roles together: a person who submits requests, operates
   * the gateway, edits its rules, audits it or changes accounts must not review, and a person who
   * changes accounts must not be counsel.
   *
   * @throws IllegalArgumentException if there is no role, or two of them exclude each other
   */
  public static Set<Role> together(Set<Role> roles) {
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("An account has at least one role");
    }
    Set<Role> copy = EnumSet.copyOf(roles);
    boolean reviews = copy.stream().anyMatch(role -> role.part == Part.REVIEWS);
    if (reviews && copy.stream().anyMatch(Role::excludesReviewing)) {
      throw new IllegalArgumentException(
          "A reviewer cannot also be submitter, operator, rule editor, auditor or administrator; given: "
              + copy);
    }
    if (copy.contains(ADMINISTRATOR) && copy.contains(COUNSEL)) {
      throw new IllegalArgumentException(
          "Counsel lifts stops and denials, so counsel cannot also be administrator; given: "
              + copy);
    }
    return copy;
  }
}
