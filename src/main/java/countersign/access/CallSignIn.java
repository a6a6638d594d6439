package countersign.access;

import countersign.accounts.AccessRecord;
import countersign.accounts.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.authentication.AuthenticationDetailsSource;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.csrf.CsrfFilter;
import tools.jackson.databind.ObjectMapper;

/**
 * How calls sign in: each with a password and without a session; or, where an identity provider
 * signs people in, with the session of the pages and its CSRF token. Stateless.
 */
final class CallSignIn {
  private final Accounts accounts;
  private final boolean passwords;

  CallSignIn(Accounts accounts, boolean passwords) {
    this.accounts = accounts;
    this.passwords = passwords;
  }

  HttpSecurity on(HttpSecurity calls, ObjectMapper json) {
    AccessProblems refusals = new AccessProblems(json, passwords);
    HttpSecurity refusing =
        calls.exceptionHandling(
            fault -> fault.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
    return passwords ? withPassword(refusing, refusals) : withSession(refusing);
  }

  private static HttpSecurity withPassword(HttpSecurity calls, AccessProblems refusals) {
    return calls
        .httpBasic(
            basic ->
                basic
                    .authenticationEntryPoint(refusals)
                    .authenticationDetailsSource(client(AccessRecord.Door.CALL)))
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
  }

  private HttpSecurity withSession(HttpSecurity calls) {
    return calls
        .addFilterBefore(new CurrentAccount(accounts), CsrfFilter.class)
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER));
  }

  /** Tells {@link SignIn} where a sign-in comes from. */
  static AuthenticationDetailsSource<HttpServletRequest, SignIn.Client> client(
      AccessRecord.Door door) {
    return request -> new SignIn.Client(request.getRemoteAddr(), door);
  }
}
