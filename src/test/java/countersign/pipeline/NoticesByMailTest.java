package countersign.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import countersign.notification.Notice;
import countersign.request.Unavailable;
import countersign.testkit.SelfSigned;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Notices by mail with TLS and a login, against a real SMTP server. */
class NoticesByMailTest {
  private static final Notice NOTICE = new Notice(Notice.Kind.STOP_SET, "7");
  private static final String STORE = "greenmail.tls.keystore.";

  @TempDir static Path folder;
  private static GreenMail server;

  @BeforeAll
  static void a_server_has_a_certificate_and_an_account() throws Exception {
    SelfSigned.in(folder);
    KeyStore keys =
        new PemSslStoreBundle(
                PemSslStoreDetails.forCertificate("file:" + folder.resolve(SelfSigned.CERTIFICATE))
                    .withPrivateKey("file:" + folder.resolve(SelfSigned.KEY)),
                null)
            .getKeyStore();
    KeyStore stored = KeyStore.getInstance("PKCS12");
    stored.load(null, null);
    String alias = keys.aliases().nextElement();
    char[] password = "synthetic".toCharArray();
    stored.setKeyEntry(
        alias, keys.getKey(alias, new char[0]), password, keys.getCertificateChain(alias));
    Path file = folder.resolve("server.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      stored.store(out, password);
    }
    System.setProperty(STORE + "file", file.toString());
    System.setProperty(STORE + "password", "synthetic");
    server = new GreenMail(new ServerSetup[] {port("smtps"), port("smtp")});
    server.setUser("gateway@agency.example", "gateway", "right");
    server.start();
  }

  private static ServerSetup port(String protocol) {
    return new ServerSetup(0, "127.0.0.1", protocol);
  }

  @AfterAll
  static void stops() {
    server.stop();
    System.clearProperty(STORE + "file");
    System.clearProperty(STORE + "password");
  }

  private static void tells(Map<String, Object> changed) throws Exception {
    String prefix = "countersign.notifications.mail.";
    Map<String, Object> settings = new HashMap<>();
    settings.put("server", "smtps://localhost:" + server.getSmtps().getPort());
    settings.put("from", "countersign@agency.example");
    settings.put("to", "reviewers@agency.example");
    settings.put("user", "gateway");
    settings.put("password", "right");
    settings.put("trusted", folder.resolve(SelfSigned.CERTIFICATE).toString());
    settings.putAll(changed);
    Map<String, Object> named = new HashMap<>();
    settings.forEach((name, value) -> named.put(prefix + name, value));
    String routes =
        Files.readString(Path.of("routes/notifications.camel.yaml"))
            + SourceCamel.using("notify-mail");
    try (SourceCamel camel = new SourceCamel(named, "vm://none", routes)) {
      var producer = camel.context().createProducerTemplate();
      new RoutedNotices(camel::context, () -> producer).tell("mail", NOTICE);
    }
  }

  private static void isNotTold(Map<String, Object> changed) {
    int before = server.getReceivedMessages().length;
    assertThatThrownBy(() -> tells(changed))
        .isInstanceOf(Unavailable.class)
        .hasMessageStartingWith("NOTICE_NOT_TOLD")
        .message()
        .doesNotContain("right", "wrong", "gateway@");
    assertThat(server.getReceivedMessages()).hasSize(before);
  }

  @Test
  void a_notice_goes_by_tls_with_a_login() throws Exception {
    tells(Map.of());

    assertThat(server.getReceivedMessages()).isNotEmpty();
    assertThat(GreenMailUtil.getWholeMessage(server.getReceivedMessages()[0]))
        .contains("STOP_SET 7", "To: reviewers@agency.example", "Countersign: something waits");
  }

  @Test
  void a_wrong_password_tells_nothing_and_is_not_quoted() {
    isNotTold(Map.of("password", "wrong"));
  }

  @Test
  void a_server_whose_certificate_is_not_trusted_gets_nothing() {
    isNotTold(Map.of("trusted", ""));
    isNotTold(Map.of("server", "smtps://127.0.0.1:" + server.getSmtps().getPort()));
  }

  @Test
  void a_server_without_starttls_gets_nothing_if_it_is_demanded() {
    isNotTold(
        Map.of("server", "smtp://localhost:" + server.getSmtp().getPort(), "start-tls", true));
  }
}
