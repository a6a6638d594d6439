package countersign.access;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Connects Spring Security to {@link Accounts}. Gives the same answer for an unknown name, a wrong
 * password and a locked account.
 */
final class SignIn implements AuthenticationProvider {
  private final Accounts accounts;

  SignIn(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    Object credentials = asked.getCredentials();
    Account account =
        accounts
            .signIn(asked.getName(), credentials == null ? "" : credentials.toString())
            .orElseThrow(() -> new BadCredentialsException("Unknown, wrong or locked"));
    List<SimpleGrantedAuthority> authorities =
        account.roles().stream()
            .map(Authorities::of)
            .sorted()
            .map(SimpleGrantedAuthority::new)
            .toList();
    return UsernamePasswordAuthenticationToken.authenticated(account.name(), null, authorities);
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
