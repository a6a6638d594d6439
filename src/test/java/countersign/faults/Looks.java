package countersign.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** What a probe and an operator look at: each answers within a second and names what is away. */
final class Looks {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** A busy machine may hold up a look; a gateway that waits for a part holds up all. */
  private static final int TRIES = 20;

  private static final String QUEUES = "/queues";

  /** Not the API: each call of it computes Argon2, a tenth of a second of a free processor. */
  private static final List<String> PAGES =
      List.of("/actuator/health", "/actuator/prometheus", QUEUES);

  private static final Map<String, Part> PARTS =
      Map.of(
          "BROKER_DOWN", new Part("jms", "broker"),
          "DATABASE_DOWN", new Part("db", "database"),
          "CLOCK_WRONG", new Part("clock", "clock"),
          "JOURNAL_DOWN", new Part("journal", "journal"),
          "DATABASE_OLDER", new Part("journal", "journal"));

  /** Names of a part in the health check and in the meters, which show no words. */
  private record Part(String health, String meter) {
    boolean isAwayIn(String health) {
      return health.contains("\"%s\":{\"status\":\"DOWN\"".formatted(this.health));
    }

    boolean isAwayInMeters(String meters) {
      return meters.contains("countersign_part_works{part=\"%s\"} 0.0".formatted(meter));
    }
  }

  private final Fleet fleet;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Map<String, OperatorSession> sessions = new HashMap<>();
  private long slowest;

  Looks(Fleet fleet) {
    this.fleet = fleet;
    for (Member member : fleet.members()) {
      sessions.put(
          member.name(), new OperatorSession(member.console(), fleet.people().password("olsen")));
    }
  }

  /** Asks for each page once, so that the next look at it measures no first time. */
  void everyPageOnce() throws IOException, InterruptedException {
    for (Member member : fleet.members()) {
      for (String page : PAGES) {
        look(member, page);
      }
    }
  }

  /** Asserts that every page of a gateway answers within a second. */
  void allAnswer(Member member) throws IOException, InterruptedException {
    for (String page : PAGES) {
      long best = Long.MAX_VALUE;
      for (int i = 0; i < TRIES && best >= SECOND.toMillis(); i++) {
        best = Math.min(best, millis(member, page));
      }
      slowest = Math.max(slowest, best);
      assertThat(best)
          .as("milliseconds of %s of gateway %s", page, member.name())
          .isLessThan(SECOND.toMillis());
    }
  }

  private long millis(Member member, String page) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    HttpResponse<String> answer = look(member, page);
    assertThat(answer.statusCode()).as("%s: %s", page, answer.body()).isIn(200, 302, 503);
    if (answer.statusCode() == 302) { // the session ended with its gateway
      sessions.get(member.name()).signIn();
      return Long.MAX_VALUE;
    }
    return Duration.ofNanos(System.nanoTime() - begun).toMillis();
  }

  /** Waits until a gateway says this word. */
  void awaitWord(Member member, String word, Duration longest) {
    try {
      Awaitility.await()
          .atMost(longest)
          .pollInterval(Duration.ofMillis(300))
          .ignoreExceptionsMatching(IOException.class::isInstance)
          .until(() -> says(member, word));
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(
          "Gateway %s does not say %s: %s".formatted(member.name(), word, said(member)), e);
    }
  }

  private String said(Member member) {
    try {
      return words(member);
    } catch (IOException e) {
      return e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e.toString();
    }
  }

  /** Whether a gateway names a part that is away: in its health, meters and queues page. */
  boolean says(Member member, String word) throws IOException, InterruptedException {
    Part part = PARTS.get(word);
    if (part == null) {
      return words(member).contains(word); // a partner's server
    }
    HttpResponse<String> page = look(member, QUEUES);
    if (page.statusCode() == 302) {
      sessions.get(member.name()).signIn();
    }
    return page.body().contains(word)
        && part.isAwayIn(look(member, "/actuator/health").body())
        && part.isAwayInMeters(look(member, "/actuator/prometheus").body());
  }

  /** Health, queues and inboxes. */
  String words(Member member) throws IOException, InterruptedException {
    return look(member, "/actuator/health").body()
        + look(member, QUEUES).body()
        + look(member, "/api/v1/inboxes").body();
  }

  private HttpResponse<String> look(Member member, String page)
      throws IOException, InterruptedException {
    if (page.equals(QUEUES)) {
      return sessions.get(member.name()).get(page);
    }
    HttpRequest.Builder asked =
        page.startsWith("/actuator/")
            ? HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + member.metrics() + page))
            : Load.asked(member, page, "olsen", fleet.people().password("olsen"));
    HttpRequest request = asked.timeout(Duration.ofSeconds(20)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** Milliseconds of the slowest look. */
  long slowest() {
    return slowest;
  }
}
