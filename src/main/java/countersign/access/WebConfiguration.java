package countersign.access;

import countersign.accounts.AccessRecord;
import countersign.accounts.Accounts;
import countersign.request.Role;
import jakarta.servlet.DispatcherType;
import java.util.Optional;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tools.jackson.databind.ObjectMapper;

/**
 * Security of calls and pages: HTTP Basic without a session for the API; form sign-in, a session
 * and CSRF tokens for pages; security headers for both.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableWebSecurity
class WebConfiguration {
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final String DESCRIPTION = "/v3/api-docs";

  private static final String[] OPEN = {
    "/login", "/glossary", "/uswds/**", "/console/**", "/webjars/htmx.org/**", "/favicon.ico"
  };

  @Bean
  AuthenticationManager authenticationManager(Accounts accounts) {
    return new ProviderManager(new SignIn(accounts));
  }

  @Bean
  RefusedRequests refusedRequests(ObjectMapper json) {
    return new RefusedRequests(json);
  }

  @Bean
  StrictRequests strictRequests(RefusedRequests refusals) {
    return new StrictRequests(refusals);
  }

  /** Only the security chains use the filter. */
  @Bean
  FilterRegistrationBean<StrictRequests> strictRequestsOutsideTheChains(StrictRequests strict) {
    FilterRegistrationBean<StrictRequests> registration = new FilterRegistrationBean<>(strict);
    registration.setEnabled(false);
    return registration;
  }

  @Bean
  @Order(1)
  SecurityFilterChain apiChain(
      HttpSecurity http, ObjectMapper json, StrictRequests strict, CallSignIn signIn) {
    HttpSecurity permitted =
        withHeaders(http.securityMatcher("/api/v1/**", DESCRIPTION), strict)
            .authorizeHttpRequests(
                calls ->
                    permit(
                            calls.requestMatchers(HttpMethod.GET, DESCRIPTION).authenticated(),
                            "/api/v1")
                        .anyRequest()
                        .denyAll())
            .requestCache(AbstractHttpConfigurer::disable);
    return signIn.on(permitted, json).build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain actuatorChain(
      HttpSecurity http,
      ObjectMapper json,
      StrictRequests strict,
      CallSignIn signIn,
      @Value("${management.server.port:-1}") int metricsPort) {
    HttpSecurity metered =
        withHeaders(http.securityMatcher("/actuator/**"), strict)
            .authorizeHttpRequests(
                calls ->
                    calls
                        .requestMatchers(HttpMethod.GET, "/actuator/health/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                        .access(accountOr(metricsPort))
                        .anyRequest()
                        .denyAll());
    return signIn.on(metered, json).build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain pagesChain(
      HttpSecurity http, StrictRequests strict, Accounts accounts, Optional<OidcSignIn> oidc) {
    HttpSecurity pages = pages(withHeaders(http, strict), accounts);
    if (oidc.isPresent()) {
      oidc.get().on(pages);
    } else {
      pages.formLogin(
          form ->
              form.loginPage("/login")
                  .defaultSuccessUrl("/")
                  .failureUrl("/login?failed")
                  .authenticationDetailsSource(CallSignIn.client(AccessRecord.Door.PAGE)));
    }
    return pages.build();
  }

  @Bean
  CallSignIn callSignIn(Accounts accounts, Optional<OidcSignIn> oidc) {
    return new CallSignIn(accounts, oidc.isEmpty());
  }

  private static HttpSecurity pages(HttpSecurity http, Accounts accounts) {
    return http.addFilterBefore(new CurrentAccount(accounts), CsrfFilter.class)
        .authorizeHttpRequests(
            pages ->
                permit(
                        pages
                            .dispatcherTypeMatchers(DispatcherType.ERROR)
                            .permitAll()
                            .requestMatchers(OPEN)
                            .permitAll(),
                        "")
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(fault -> fault.accessDeniedHandler(new DeniedPages()))
        .logout(logout -> logout.logoutSuccessUrl("/login?left"));
  }

  /** Gives the server a page of ours for what it refuses by itself. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadableAddresses() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(UnreadableAddress.class.getName());
              }
            });
  }

  /**
   * Metrics contain numbers only. The configuration may give them a port and an address of their
   * own, and there they need no account.
   */
  private static AuthorizationManager<RequestAuthorizationContext> accountOr(int metricsPort) {
    return AuthorizationManagers.anyOf(
        AuthorityAuthorizationManager.hasAnyRole(Role.OPERATOR.name(), Role.AUDITOR.name()),
        (who, call) -> new AuthorizationDecision(call.getRequest().getLocalPort() == metricsPort));
  }

  private static AuthorizeHttpRequestsConfigurer<HttpSecurity>
          .AuthorizationManagerRequestMatcherRegistry
      permit(
          AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
              calls,
          String prefix) {
    for (Permission permission : Permission.table()) {
      calls
          .requestMatchers(HttpMethod.valueOf(permission.method()), prefix + permission.path())
          .hasAnyRole(permission.roles().stream().map(Role::name).toArray(String[]::new));
    }
    return calls;
  }

  private static HttpSecurity withHeaders(HttpSecurity http, StrictRequests strict) {
    return http.addFilterAfter(strict, HeaderWriterFilter.class)
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(
                        policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                    .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), geolocation=(), microphone=()"))
                    .crossOriginOpenerPolicy(
                        policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN)));
  }
}
