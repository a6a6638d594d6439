package countersign.access;

import static countersign.request.Role.ADMINISTRATOR;
import static countersign.request.Role.AUDITOR;
import static countersign.request.Role.COUNSEL;
import static countersign.request.Role.COUNTERSIGNER;
import static countersign.request.Role.FIRST_REVIEWER;
import static countersign.request.Role.OPERATOR;
import static countersign.request.Role.PRIVACY_OFFICER;
import static countersign.request.Role.SUBMITTER;

import countersign.accounts.Account;
import countersign.request.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One line of the table of permissions, for the page and the API call of the same name. The first
 * line that matches decides; a path that matches no line is forbidden to everybody.
 *
 * @param method GET or POST
 * @param path relative to the root for pages, to {@code /api/v1} for API calls
 * @param roles roles that have access
 */
public record Permission(String method, String path, Set<Role> roles) {
  private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);

  /** Roles that may see taxpayer data: those who decide, and the privacy officer. */
  public static final Set<Role> SEE_EVIDENCE =
      Set.of(FIRST_REVIEWER, COUNTERSIGNER, COUNSEL, PRIVACY_OFFICER);

  /** Roles that approve or deny cases, held files and held requests. */
  public static final Set<Role> DECIDE = Set.of(FIRST_REVIEWER, COUNTERSIGNER, COUNSEL);

  /** Roles whose people sign what they do. */
  private static final Set<Role> SIGN = Account.SIGNING;

  /** Roles that may start a check of the ledger. */
  public static final Set<Role> CHECK_LEDGER = Set.of(OPERATOR, PRIVACY_OFFICER, AUDITOR);

  private static final Set<Role> SEE_STAGES =
      Set.of(OPERATOR, FIRST_REVIEWER, COUNTERSIGNER, COUNSEL, PRIVACY_OFFICER, AUDITOR);

  private static final List<Permission> TABLE =
      List.of(
          new Permission("GET", "/", EVERYBODY),
          new Permission("GET", "/work-list", DECIDE),
          new Permission("GET", "/work-list/held", DECIDE),
          new Permission("POST", "/work-list/next", DECIDE),
          new Permission("GET", "/control-cases", Set.of(PRIVACY_OFFICER)),
          new Permission("POST", "/requests/*/*/claim", DECIDE),
          new Permission("POST", "/requests/*/*/unclaim", DECIDE),
          new Permission("GET", "/requests/*/*/reasons", DECIDE),
          new Permission("POST", "/requests/*/*/reasons", DECIDE),
          new Permission("GET", "/requests/*/*", with(SEE_EVIDENCE, SUBMITTER, OPERATOR, AUDITOR)),
          new Permission(
              "GET", "/requests/*/*/rules", with(SEE_EVIDENCE, SUBMITTER, OPERATOR, AUDITOR)),
          new Permission("GET", "/requests/*/*/approvals", SEE_EVIDENCE),
          new Permission("POST", "/requests/*/*/endorse", Set.of(FIRST_REVIEWER)),
          new Permission("POST", "/requests/*/*/countersign", Set.of(COUNTERSIGNER)),
          new Permission("POST", "/requests/*/*/refuse", DECIDE),
          new Permission("POST", "/requests/*/*/reconsider", Set.of(COUNSEL)),
          new Permission("POST", "/requests/*/*/lift", Set.of(COUNSEL)),
          new Permission("GET", "/files/**", EVERYBODY),
          new Permission("POST", "/files/*/judge", Set.of(OPERATOR)),
          new Permission("POST", "/files/*/take", DECIDE),
          new Permission("POST", "/files/*/refuse", DECIDE),
          new Permission("POST", "/files/*/requests/*/take", DECIDE),
          new Permission("POST", "/files/*/requests/*/refuse", DECIDE),
          new Permission("GET", "/queues", SEE_STAGES),
          new Permission("GET", "/parked", SEE_STAGES),
          new Permission("POST", "/parked/reseal", Set.of(OPERATOR, COUNSEL, PRIVACY_OFFICER)),
          new Permission("POST", "/parked/*", Set.of(OPERATOR)),
          new Permission("GET", "/inboxes", SEE_STAGES),
          new Permission("GET", "/partners", SEE_STAGES),
          new Permission("GET", "/partners/reload", Set.of(OPERATOR)),
          new Permission("POST", "/partners/reload", Set.of(OPERATOR)),
          new Permission("POST", "/partners/*/*", Set.of(OPERATOR)),
          new Permission("GET", "/incidents", SEE_STAGES),
          new Permission("GET", "/incidents/*/report", SEE_STAGES),
          new Permission("POST", "/incidents", SEE_STAGES),
          new Permission("POST", "/incidents/*/told", Set.of(COUNSEL, PRIVACY_OFFICER)),
          new Permission("POST", "/incidents/*/close", Set.of(COUNSEL, PRIVACY_OFFICER)),
          new Permission("GET", "/recalls", SEE_STAGES),
          new Permission("POST", "/recalls", Set.of(COUNSEL, PRIVACY_OFFICER)),
          new Permission("POST", "/recalls/preview", Set.of(COUNSEL, PRIVACY_OFFICER)),
          new Permission("POST", "/recalls/*/confirm", Set.of(COUNSEL, PRIVACY_OFFICER)),
          new Permission("GET", "/due", SEE_STAGES),
          new Permission("POST", "/due/extend", Set.of(COUNSEL, PRIVACY_OFFICER)),
          new Permission("GET", "/stops", SEE_STAGES),
          new Permission("GET", "/stops/new", Set.of(OPERATOR, COUNSEL, PRIVACY_OFFICER)),
          new Permission("GET", "/stops/values", Set.of(OPERATOR, COUNSEL, PRIVACY_OFFICER)),
          new Permission("POST", "/stops", Set.of(OPERATOR, COUNSEL, PRIVACY_OFFICER)),
          new Permission("POST", "/stops/preview", Set.of(OPERATOR, COUNSEL, PRIVACY_OFFICER)),
          new Permission("POST", "/stops/*/lift", Set.of(COUNSEL, PRIVACY_OFFICER)),
          new Permission(
              "POST",
              "/kept",
              Set.of(OPERATOR, FIRST_REVIEWER, COUNTERSIGNER, COUNSEL, PRIVACY_OFFICER)),
          new Permission("GET", "/accounts", Set.of(ADMINISTRATOR, AUDITOR)),
          new Permission("GET", "/accounts/proposals", Set.of(ADMINISTRATOR, AUDITOR)),
          new Permission("POST", "/accounts/proposals", Set.of(ADMINISTRATOR)),
          new Permission("POST", "/accounts/proposals/*/confirm", Set.of(ADMINISTRATOR)),
          new Permission("POST", "/accounts/proposals/*/reject", Set.of(ADMINISTRATOR)),
          new Permission("GET", "/passkey", SIGN),
          new Permission("POST", "/passkey", SIGN),
          new Permission("GET", "/access", Set.of(AUDITOR, PRIVACY_OFFICER)),
          new Permission("GET", "/ledger", SEE_STAGES),
          new Permission("POST", "/ledger/check", CHECK_LEDGER),
          new Permission("GET", "/routes", Set.of(OPERATOR, AUDITOR)),
          new Permission("GET", "/holds/**", EVERYBODY),
          new Permission("POST", "/holds/**", EVERYBODY));

  /** Makes an immutable copy of the roles. */
  public Permission {
    roles = Set.copyOf(roles);
  }

  /** The whole table, in the order of matching. */
  public static List<Permission> table() {
    return TABLE;
  }

  /**
   * True if a person with these roles may read the page or API call at this path, which has no
   * wildcards.
   */
  public static boolean mayGet(String path, Set<Role> roles) {
    return TABLE.stream()
        .filter(line -> line.method().equals("GET"))
        .filter(line -> line.path().equals(path) || line.path().equals(path + "/**"))
        .anyMatch(line -> roles.stream().anyMatch(line.roles()::contains));
  }

  private static Set<Role> with(Set<Role> some, Role... more) {
    Set<Role> all = EnumSet.copyOf(some);
    all.addAll(List.of(more));
    return all;
  }
}
