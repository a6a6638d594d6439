package countersign.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Sign-in by the identity provider, instead of passwords. Stateless. */
final class OidcSignIn {
  /** The name of the provider in the gateway's own addresses. */
  static final String NAME = "idp";

  private final RegisteredPeople people;

  OidcSignIn(RegisteredPeople people) {
    this.people = people;
  }

  /** Signs people in on pages; no form and no header takes a password. */
  void on(HttpSecurity pages) {
    pages.oauth2Login(
        login ->
            login
                .loginPage("/login")
                .defaultSuccessUrl("/")
                .failureHandler(failure())
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(people)));
  }

  private static AuthenticationFailureHandler failure() {
    return (request, response, why) -> {
      String code =
          why instanceof OAuth2AuthenticationException refused
              ? refused.getError().getErrorCode()
              : "";
      boolean ours =
          code.equals(RegisteredPeople.UNREGISTERED) || code.equals(RegisteredPeople.NO_ROLE);
      response.sendRedirect("/login?" + (ours ? code : "provider"));
    };
  }
}
