package countersign.access;

import countersign.accounts.AccessRecord;
import countersign.accounts.Account;
import countersign.accounts.Accounts;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Connects Spring Security to {@link Accounts}. Gives the same answer for an unknown name, a wrong
 * password, and a locked or disabled account.
 */
final class SignIn implements AuthenticationProvider {
  private final Accounts accounts;

  SignIn(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * Where a sign-in comes from.
   *
   * @param address numeric address of the client
   * @param door page or call
   */
  record Client(String address, AccessRecord.Door door) {}

  /** The version of the account with which a session began. */
  record AccountVersion(long number) {}

  @Override
  public Authentication authenticate(Authentication asked) {
    if (!(asked.getDetails() instanceof Client client)) {
      throw new BadCredentialsException("Neither a page nor a call");
    }
    Object credentials = asked.getCredentials();
    Account account =
        accounts
            .signIn(
                asked.getName(),
                credentials == null ? "" : credentials.toString(),
                client.address(),
                client.door())
            .orElseThrow(() -> new BadCredentialsException("Unknown, wrong, locked or disabled"));
    List<SimpleGrantedAuthority> authorities =
        account.roles().stream()
            .map(Authorities::of)
            .sorted()
            .map(SimpleGrantedAuthority::new)
            .toList();
    UsernamePasswordAuthenticationToken signedIn =
        UsernamePasswordAuthenticationToken.authenticated(account.name(), null, authorities);
    signedIn.setDetails(new AccountVersion(account.version()));
    return signedIn;
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
