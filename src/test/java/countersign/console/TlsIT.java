package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.testkit.SelfSigned;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The console with the settings that {@code console.tls} becomes. */
@SpringBootTest(
    classes = ConsoleSlice.class,
    properties = {"countersign.slice=console", "server.servlet.session.cookie.secure=true"},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class TlsIT {
  @TempDir static Path folder;
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void a_certificate(DynamicPropertyRegistry properties) {
    properties.add("server.ssl.certificate", () -> made("certificate.pem"));
    properties.add("server.ssl.certificate-private-key", () -> made("key.pem"));
  }

  private static String made(String file) {
    SelfSigned.in(folder);
    return folder.resolve(file).toUri().toString();
  }

  @Test
  void the_session_cookie_is_secure_and_browsers_are_told_to_use_tls_only() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/login")).build();
    HttpResponse<String> page =
        HttpClient.newBuilder()
            .sslContext(trusting())
            .build()
            .send(request, HttpResponse.BodyHandlers.ofString());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Set-Cookie").orElse(""))
        .contains("Secure", "HttpOnly", "SameSite=Strict");
    assertThat(page.headers().firstValue("Strict-Transport-Security").orElse(""))
        .contains("max-age=31536000");
  }

  private static SSLContext trusting() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (var in = Files.newInputStream(folder.resolve("certificate.pem"))) {
      store.setCertificateEntry(
          "console", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
