package countersign.testkit;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** An OpenID provider (Spring Authorization Server) in a process of its own. */
@EnableWebSecurity
@ImportAutoConfiguration({
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class
})
public class OpenIdProvider {
  /** The id and the secret of the gateway at the provider. */
  public static final String CLIENT = "countersign";

  /** The password of every person at the provider. */
  public static final String PASSWORD = "at the provider";

  private static final Map<String, List<String>> GROUPS =
      Map.of(
          "subject-of-pat", List.of("tax-reviewers", "everybody"),
          "subject-of-gone", List.of("tax-reviewers"),
          "subject-of-adams", List.of("tax-reviewers"),
          "pat", List.of("tax-reviewers"));

  /** A running provider. */
  public record Running(Process process) implements AutoCloseable {
    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
    }
  }

  /** Starts the provider for one gateway and waits until it answers. */
  public static Running start(Path folder, String issuer, String gateway) throws IOException {
    Path log = folder.resolve("provider.log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                OpenIdProvider.class.getName(),
                issuer,
                gateway)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    int port = URI.create(issuer).getPort();
    Awaitility.await("the provider on port " + port)
        .atMost(Duration.ofMinutes(2))
        .until(() -> !process.isAlive() || answers(port));
    if (!process.isAlive()) {
      throw new IllegalStateException(Files.readString(log));
    }
    return new Running(process);
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Entry point of the separate process: issuer and address of the gateway. */
  public static void main(String[] arguments) {
    new SpringApplicationBuilder(OpenIdProvider.class)
        .web(WebApplicationType.SERVLET)
        .run(
            "--spring.config.location=optional:classpath:/nothing/",
            "--server.address=127.0.0.1",
            "--server.port=" + URI.create(arguments[0]).getPort(),
            "--issuer=" + arguments[0],
            "--gateway=" + arguments[1]);
  }

  @Bean
  SecurityFilterChain provider(HttpSecurity http) {
    return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
        .authorizeHttpRequests(all -> all.anyRequest().authenticated())
        .formLogin(Customizer.withDefaults())
        .build();
  }

  @Bean
  AuthorizationServerSettings settings(@Value("${issuer}") String issuer) {
    return AuthorizationServerSettings.builder().issuer(issuer).build();
  }

  /** The gateway, which must use PKCE. */
  @Bean
  RegisteredClientRepository clients(@Value("${gateway}") String gateway) {
    return new InMemoryRegisteredClientRepository(
        RegisteredClient.withId(CLIENT)
            .clientId(CLIENT)
            .clientSecret("{noop}" + CLIENT)
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri(gateway + "/login/oauth2/code/idp")
            .scope("openid")
            .clientSettings(ClientSettings.builder().requireProofKey(true).build())
            .build());
  }

  @Bean
  UserDetailsService people() {
    return new InMemoryUserDetailsManager(
        GROUPS.keySet().stream()
            .map(name -> User.withUsername(name).password("{noop}" + PASSWORD).build())
            .toList());
  }

  /** Each person's name and address are those of another account, which must not matter. */
  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> claims() {
    return token ->
        token
            .getClaims()
            .claim("groups", GROUPS.get(token.getPrincipal().getName()))
            .claim("email", "pat@agency.example")
            .claim("preferred_username", "pat");
  }

  /** Reads the provider's own tokens, at its address for facts about a person. */
  @Bean
  JwtDecoder decoder(JWKSource<SecurityContext> keys) {
    return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
  }

  @Bean
  JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    return new ImmutableJWKSet<>(
        new JWKSet(
            new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                .privateKey(pair.getPrivate())
                .keyID("one")
                .build()));
  }
}
