package countersign.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import countersign.pgp.Certificate;
import countersign.pgp.SecretKey;
import countersign.testkit.RequestFile;
import countersign.testkit.SealedBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * An agency that sends a file every few seconds and two reviewers who sign what waits, at whichever
 * gateway answers.
 */
final class Load implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Requests of each file. */
  static final int REQUESTS = 3;

  private final Fleet fleet;
  private final SecretKey agency;
  private final Certificate gateway;
  private final Iterator<String[]> people;
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final AtomicInteger signed = new AtomicInteger();
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
  private ScheduledExecutorService sending = Executors.newSingleThreadScheduledExecutor();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final List<Future<?>> running = new CopyOnWriteArrayList<>();
  private int cases;
  private volatile boolean signs = true;

  Load(Fleet fleet) throws IOException {
    this.fleet = fleet;
    try (InputStream key = Files.newInputStream(fleet.folder().resolve("partner/agency.sec.asc"));
        InputStream certificate =
            Files.newInputStream(fleet.folder().resolve("secrets/gateway.pub.asc"))) {
      this.agency = SecretKey.parse(key, null);
      this.gateway = Certificate.parse(certificate).get(0);
    }
    try (Stream<String> lines = Files.lines(fleet.folder().resolve("people.csv"))) {
      this.people =
          lines
              .skip(1)
              .map(line -> line.split(",", -1))
              .filter(cells -> cells[13].equals("true"))
              .toList()
              .iterator();
    }
  }

  /** Begins to send a file each so many seconds, and to sign. */
  void begin(int seconds) {
    beginSigning();
    sendEach(seconds);
  }

  /** Begins to sign what waits. */
  void beginSigning() {
    begins("adams", "endorse");
    begins("baker", "countersign");
  }

  /** Begins to send a file each so many seconds. */
  void sendEach(int seconds) {
    sending.shutdownNow();
    sending = Executors.newSingleThreadScheduledExecutor();
    running.add(sending.scheduleWithFixedDelay(this::sendQuietly, 0, seconds, TimeUnit.SECONDS));
  }

  /** Lets the reviewers sign, or not. */
  void sign(boolean wanted) {
    signs = wanted;
  }

  /** Sends no more files; what was sent is signed. */
  void endSending() throws InterruptedException {
    sending.shutdown();
    sending.awaitTermination(10, TimeUnit.SECONDS);
  }

  private void begins(String account, String step) {
    running.add(
        threads.scheduleWithFixedDelay(() -> sign(account, step), 500, 500, TimeUnit.MILLISECONDS));
  }

  /** Ids of the files that were sent. */
  List<String> sent() {
    return List.copyOf(sent);
  }

  /** Number of decisions that a gateway took. */
  int signed() {
    return signed.get();
  }

  /** Number of calls that no gateway answered. */
  int unanswered() {
    return unanswered.get();
  }

  private void sendQuietly() {
    try {
      send();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a file with three requests into the inbox, as a server does at the end of an upload. */
  synchronized String send() throws IOException {
    LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    int sequence = sent.size() + 1;
    RequestFile file =
        new RequestFile(
            "DHS-ICE_T_%tY%<tm%<td_%04d".formatted(today, sequence), sequence, Instant.now());
    for (int i = 0; i < REQUESTS; i++) {
      cases++;
      file.asks(people.next(), cases);
    }
    // One of the three is about an address that is none.
    file.requests().get(2).withObject("/address").put("line1", "NO PERMANENT ADDRESS");
    Path part = fleet.ssh().root().resolve("inbox").resolve(file.name() + ".part");
    Files.write(part, SealedBytes.seal(file.bytes(), agency, gateway, Instant.now()));
    sent.add(file.id());
    Files.move(part, part.resolveSibling(file.name()), StandardCopyOption.ATOMIC_MOVE);
    return file.id();
  }

  /** Signs what waits for this person; what does not answer is asked again. */
  private void sign(String account, String step) {
    if (!signs) {
      return;
    }
    for (Member member : fleet.members()) {
      try {
        HttpResponse<String> list = call(member, account, "/work-list", null);
        if (list.statusCode() == 200) {
          for (JsonNode item : JSON.readTree(list.body())) {
            signs(member, account, step, item);
          }
          return;
        }
      } catch (IOException e) {
        unanswered.incrementAndGet(); // the other gateway is asked
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void signs(Member member, String account, String step, JsonNode item)
      throws IOException, InterruptedException {
    String decision =
        JSON.createObjectNode()
            .put("draftSha256", item.path("draftSha256").asString())
            .put("reason", "Case and order were read; the address matches.")
            .put("identifiesInformant", false)
            .put("impairsInvestigation", false)
            .toString();
    String request = item.path("fileId").asString() + "/" + item.path("requestId").asString();
    if (call(member, account, "/requests/" + request + "/" + step, decision).statusCode() == 200) {
      signed.incrementAndGet();
    }
  }

  private HttpResponse<String> call(
      Member member, String account, String path, @org.jspecify.annotations.Nullable String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        asked(member, "/api/v1" + path, account, fleet.people().password(account))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json");
    if (body != null) {
      request.POST(HttpRequest.BodyPublishers.ofString(body));
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  static HttpRequest.Builder asked(Member member, String path, String account, String password) {
    String login = account + ":" + password;
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + member.console() + path))
        .header(
            "Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)));
  }

  @Override
  public void close() {
    sending.shutdownNow();
    threads.shutdownNow();
  }
}
