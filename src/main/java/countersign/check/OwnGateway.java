package countersign.check;

import countersign.configuration.Instance;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Tells whether the program at the console's port is a gateway of this configuration: it has the
 * private key of the configured certificate, or its sign-in page.
 */
final class OwnGateway {
  /**
   * A busy gateway answers late; a port on which nobody answers is told as one of another program.
   */
  private static final int LONGEST_WAIT_MILLIS = 20_000;

  private static final int LONGEST_PAGE = 100_000;

  private final Instance.Console console;

  private OwnGateway(Instance.Console console) {
    this.console = console;
  }

  static OwnGateway of(Instance instance) {
    return new OwnGateway(instance.console());
  }

  boolean answers() {
    Instance.Tls tls = console.tls();
    try (Socket socket = connected(console)) {
      return tls == null ? hasSignInPage(socket, console) : hasKey(socket, console, tls);
    } catch (IOException | GeneralSecurityException e) {
      return false;
    }
  }

  private static Socket connected(Instance.Console console) throws IOException {
    Socket socket = new Socket();
    String host = console.address().equals("0.0.0.0") ? "127.0.0.1" : console.address();
    socket.connect(new InetSocketAddress(host, console.port()), LONGEST_WAIT_MILLIS);
    socket.setSoTimeout(LONGEST_WAIT_MILLIS);
    return socket;
  }

  private static boolean hasSignInPage(Socket socket, Instance.Console console) throws IOException {
    String request =
        "GET /login HTTP/1.0\r\nHost: localhost:%d\r\nConnection: close\r\n\r\n"
            .formatted(console.port());
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    byte[] page = socket.getInputStream().readNBytes(LONGEST_PAGE);
    return new String(page, StandardCharsets.UTF_8).contains("Countersign");
  }

  private static boolean hasKey(Socket socket, Instance.Console console, Instance.Tls tls)
      throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (InputStream in = Files.newInputStream(tls.certificateFile())) {
      trusted.setCertificateEntry(
          "own", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    try (SSLSocket secure =
        (SSLSocket)
            context.getSocketFactory().createSocket(socket, "localhost", console.port(), true)) {
      secure.startHandshake();
      return true;
    }
  }
}
