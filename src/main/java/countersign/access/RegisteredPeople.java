package countersign.access;

import countersign.accounts.Account;
import countersign.accounts.Accounts;
import countersign.authority.Enrolment;
import countersign.request.Role;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Finds the account of a person whom the identity provider signed in: by issuer and subject in the
 * enrolment register, never by a name or an address. Stateless.
 */
final class RegisteredPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {
  /** The register does not list the subject, or its account does not exist or is disabled. */
  static final String UNREGISTERED = "unregistered";

  /** The person's groups give no role, or roles that exclude each other. */
  static final String NO_ROLE = "no-role";

  private final OidcSettings settings;
  private final Enrolment enrolment;
  private final Accounts accounts;

  RegisteredPeople(OidcSettings settings, Enrolment enrolment, Accounts accounts) {
    this.settings = settings;
    this.enrolment = enrolment;
    this.accounts = accounts;
  }

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    OidcIdToken token = request.getIdToken();
    String issuer = String.valueOf(token.getIssuer());
    String name = enrolment.accountOf(issuer, token.getSubject()).orElse("");
    Optional<Set<Role>> roles = roles(token);
    Optional<Account> account =
        accounts.signedInElsewhere(name, address(), !name.isEmpty() && roles.isPresent());
    if (account.isEmpty()) {
      boolean known = accounts.byName(name).filter(one -> !one.disabled()).isPresent();
      throw new OAuth2AuthenticationException(new OAuth2Error(known ? NO_ROLE : UNREGISTERED));
    }
    return new SignedInPerson(
        account.get().name(),
        account.get().version(),
        roles.orElseThrow().stream().map(Authorities::of).collect(Collectors.toSet()),
        token);
  }

  private Optional<Set<Role>> roles(OidcIdToken token) {
    Object claim = token.getClaim(settings.groupsClaim());
    List<String> groups =
        claim instanceof Collection<?> several
            ? several.stream().map(Objects::toString).toList()
            : List.of();
    try {
      return Optional.of(Role.together(settings.roles(groups)));
    } catch (IllegalArgumentException excludeEachOther) {
      return Optional.empty();
    }
  }

  private static @Nullable String address() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
        ? now.getRequest().getRemoteAddr()
        : null;
  }
}
