package countersign.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The OpenID provider that signs people in.
 *
 * @param issuer its URL, exactly as its tokens name it
 * @param clientId the gateway's id at the provider
 * @param clientSecret null if the provider knows the gateway without a secret
 * @param groupsClaim name of the claim that lists a person's groups
 * @param scopes scopes that are asked for beside {@code openid}
 * @param roles which group gives which role
 */
public record IdentityProvider(
    String issuer,
    String clientId,
    Instance.@Nullable Secret clientSecret,
    String groupsClaim,
    List<String> scopes,
    List<GroupRole> roles) {
  /** Copies the lists. */
  public IdentityProvider {
    scopes = List.copyOf(scopes);
    roles = List.copyOf(roles);
  }

  /** A group of the provider and the name of the role that it gives. */
  public record GroupRole(String group, String role) {}

  static IdentityProvider of(Section section) {
    return new IdentityProvider(
        section.text("issuer"),
        section.text("clientId"),
        Instance.secret(section, "clientSecret"),
        section.text("groupsClaim"),
        section.texts("scopes"),
        section.sections("roles").stream()
            .map(part -> new GroupRole(part.text("group"), part.text("role")))
            .toList());
  }
}
