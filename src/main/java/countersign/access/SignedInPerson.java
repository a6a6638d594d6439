package countersign.access;

import java.util.Collection;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** A person whom the identity provider signed in, under the name of the account. */
final class SignedInPerson extends DefaultOidcUser {
  private static final long serialVersionUID = 1L;
  private final String account;
  private final long version;

  SignedInPerson(String account, long version, Collection<String> authorities, OidcIdToken token) {
    super(AuthorityUtils.createAuthorityList(authorities), token);
    this.account = account;
    this.version = version;
  }

  @Override
  public String getName() {
    return account;
  }

  /** The version of the account with which the session began. */
  long version() {
    return version;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedInPerson person
        && person.account.equals(account)
        && super.equals(other);
  }

  @Override
  public int hashCode() {
    return account.hashCode();
  }
}
