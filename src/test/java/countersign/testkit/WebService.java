package countersign.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLParameters;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** A web service on this machine that demands the gateway's client certificate. */
public final class WebService implements AutoCloseable {
  /** More than any reply may have. */
  public static final long MOST = 1L << 28;

  private static final int BLOCK = 1 << 16;
  private final HttpsServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final Path gateway;
  private final Path service;
  private final List<String> headers = new CopyOnWriteArrayList<>();
  private volatile UnaryOperator<byte[]> answers = request -> request;
  private final AtomicLong poured = new AtomicLong();
  private volatile int status = 200;
  private volatile boolean endless;

  /** Starts a service with certificates in this folder. */
  public WebService(Path folder) throws IOException {
    gateway = Files.createDirectories(folder.resolve("gateway"));
    service = Files.createDirectories(folder.resolve("service"));
    SelfSigned.in(gateway);
    SelfSigned.in(service);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.setHttpsConfigurator(
        new HttpsConfigurator(
            SslBundle.of(
                    new PemSslStoreBundle(
                        PemSslStoreDetails.forCertificate(
                                "file:" + service.resolve(SelfSigned.CERTIFICATE))
                            .withPrivateKey("file:" + service.resolve(SelfSigned.KEY)),
                        PemSslStoreDetails.forCertificate("file:" + certificate())))
                .createSslContext()) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters tls = getSSLContext().getDefaultSSLParameters();
            tls.setNeedClientAuth(true);
            parameters.setSSLParameters(tls);
          }
        });
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * The address and the three files that a guide names, with what they are here.
   *
   * @param url the address in the guide
   * @param prefix beginning of the names of the guide's files in {@code /run/secrets/}
   */
  public Map<String, String> inPlaceOf(String url, String prefix) {
    return Map.of(
        url,
        url(),
        "/run/secrets/" + prefix + "_client.pem",
        certificate().toString(),
        "/run/secrets/" + prefix + "_client_key.pem",
        key().toString(),
        "/run/secrets/" + prefix + "_service.pem",
        trusted().toString());
  }

  private void answer(HttpExchange call) throws IOException {
    byte[] request = call.getRequestBody().readAllBytes();
    headers.add(call.getRequestMethod() + " " + call.getRequestHeaders().keySet());
    if (endless) {
      pour(call);
      return;
    }
    byte[] reply = answers.apply(request);
    call.getResponseHeaders().add("X-Source", "from the source");
    call.sendResponseHeaders(status, reply.length);
    try (OutputStream out = call.getResponseBody()) {
      out.write(reply);
    }
  }

  /** Writes until the client closes the connection. */
  private void pour(HttpExchange call) throws IOException {
    byte[] block = " ".repeat(BLOCK).getBytes(StandardCharsets.US_ASCII);
    call.sendResponseHeaders(status, 0);
    try (OutputStream out = call.getResponseBody()) {
      while (poured.get() < MOST) {
        out.write(block);
        poured.addAndGet(block.length);
      }
    }
  }

  /** Replies with this status and content that does not end. */
  public void pours(int code) {
    status = code;
    poured.set(0);
    endless = true;
  }

  /** Number of bytes of the endless content that the client and the machine took. */
  public long poured() {
    return poured.get();
  }

  /** What it replies to a request, with this status. */
  public void answers(int code, UnaryOperator<byte[]> how) {
    endless = false;
    status = code;
    answers = how;
  }

  /** Method and names of the headers of each call. */
  public List<String> headers() {
    return List.copyOf(headers);
  }

  public String url() {
    return "https://localhost:%d/find".formatted(server.getAddress().getPort());
  }

  /** The certificate that it demands, with its key beside it. */
  public Path certificate() {
    return gateway.resolve(SelfSigned.CERTIFICATE);
  }

  public Path key() {
    return gateway.resolve(SelfSigned.KEY);
  }

  /** Its own certificate. */
  public Path trusted() {
    return service.resolve(SelfSigned.CERTIFICATE);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
