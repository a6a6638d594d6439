package countersign.access;

import countersign.accounts.Accounts;
import countersign.authority.Authority;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** Beans for sign-in by an identity provider, if the configuration names one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("countersign.oidc.issuer")
class OidcConfiguration {

  @Bean
  OidcSettings oidcSettings(Environment environment) {
    return Binder.get(environment).bind("countersign.oidc", OidcSettings.class).get();
  }

  @Bean
  OidcSignIn oidcSignIn(OidcSettings settings, Authority authority, Accounts accounts) {
    return new OidcSignIn(new RegisteredPeople(settings, authority.enrolment(), accounts));
  }

  /** Asks the provider for its addresses at the first sign-in, so that the gateway starts alone. */
  @Bean
  ClientRegistrationRepository clientRegistrations(OidcSettings settings) {
    return new SupplierClientRegistrationRepository(
        () -> new InMemoryClientRegistrationRepository(registration(settings)));
  }

  private static ClientRegistration registration(OidcSettings settings) {
    List<String> scopes = new ArrayList<>(List.of("openid"));
    if (settings.scopes() != null) {
      scopes.addAll(settings.scopes());
    }
    return ClientRegistrations.fromIssuerLocation(settings.issuer())
        .registrationId(OidcSignIn.NAME)
        .clientId(settings.clientId())
        .clientSecret(settings.clientSecret())
        .clientAuthenticationMethod(
            settings.clientSecret() == null
                ? ClientAuthenticationMethod.NONE
                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
        .scope(scopes)
        .build();
  }
}
