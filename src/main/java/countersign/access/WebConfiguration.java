package countersign.access;

import countersign.request.Role;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
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
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
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

  private static final String[] OPEN = {
    "/login",
    "/glossary",
    "/uswds/**",
    "/console/**",
    "/webjars/htmx.org/**",
    "/v3/api-docs/**",
    "/favicon.ico"
  };

  @Bean
  AuthenticationManager authenticationManager(Accounts accounts) {
    return new ProviderManager(new SignIn(accounts));
  }

  @Bean
  @Order(1)
  SecurityFilterChain apiChain(HttpSecurity http, ObjectMapper json) throws Exception {
    AccessProblems refusals = new AccessProblems(json);
    return withHeaders(http.securityMatcher("/api/v1/**"))
        .authorizeHttpRequests(calls -> permit(calls, "/api/v1").anyRequest().denyAll())
        .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
        .exceptionHandling(
            fault -> fault.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain actuatorChain(
      HttpSecurity http,
      ObjectMapper json,
      @Value("${countersign.metrics-from:127.0.0.1/32,::1/128}") List<String> metricsFrom)
      throws Exception {
    AccessProblems refusals = new AccessProblems(json);
    return withHeaders(http.securityMatcher("/actuator/**"))
        .authorizeHttpRequests(
            calls ->
                calls
                    .requestMatchers(HttpMethod.GET, "/actuator/health/**")
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                    .access(operatorOr(metricsFrom))
                    .anyRequest()
                    .denyAll())
        .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
        .exceptionHandling(
            fault -> fault.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain pagesChain(HttpSecurity http) throws Exception {
    return withHeaders(http)
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
        .formLogin(
            form -> form.loginPage("/login").defaultSuccessUrl("/").failureUrl("/login?failed"))
        .logout(logout -> logout.logoutSuccessUrl("/login?left"))
        .build();
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
   * Metrics contain numbers only; address ranges in the configuration may read them without an
   * account.
   */
  private static AuthorizationManager<RequestAuthorizationContext> operatorOr(List<String> ranges) {
    List<IpAddressMatcher> allowed = ranges.stream().map(IpAddressMatcher::new).toList();
    return AuthorizationManagers.anyOf(
        AuthorityAuthorizationManager.hasRole(Role.OPERATOR.name()),
        (who, call) ->
            new AuthorizationDecision(
                allowed.stream().anyMatch(range -> range.matches(call.getRequest()))));
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

  private static HttpSecurity withHeaders(HttpSecurity http) throws Exception {
    return http.headers(
        headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(
                    policy -> policy.policy("camera=(), geolocation=(), microphone=()"))
                .crossOriginOpenerPolicy(
                    policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN)));
  }
}
