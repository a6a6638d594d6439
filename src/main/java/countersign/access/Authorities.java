package countersign.access;

import countersign.request.Role;

/** The names that Spring Security knows roles by. */
public final class Authorities {
  private Authorities() {}

  /** The authority of a role. */
  public static String of(Role role) {
    return "ROLE_" + role.name();
  }
}
