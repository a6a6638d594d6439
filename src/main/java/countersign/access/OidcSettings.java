package countersign.access;

import countersign.request.Role;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The identity provider that signs people in.
 *
 * @param issuer URL of the provider, which its tokens name
 * @param clientId id of the gateway at the provider
 * @param clientSecret null if the provider knows the gateway without a secret
 * @param groupsClaim name of the claim with a person's groups
 * @param scopes scopes that are asked for beside {@code openid}
 * @param roles which group gives which role
 */
record OidcSettings(
    String issuer,
    String clientId,
    @Nullable String clientSecret,
    String groupsClaim,
    @Nullable List<String> scopes,
    List<GroupRole> roles) {

  /** A group of the provider and the role that it gives. */
  record GroupRole(String group, Role role) {}

  /** Roles that these groups give together. */
  Set<Role> roles(Collection<String> groups) {
    return roles.stream()
        .filter(one -> groups.contains(one.group()))
        .map(GroupRole::role)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Contains no secret. */
  @Override
  public String toString() {
    return issuer;
  }
}
