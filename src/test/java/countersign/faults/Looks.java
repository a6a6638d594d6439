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

  /** A busy machine may hold up one look; a gateway that waits for a part holds up all. */
  private static final int TRIES = 10;

  private static final String HEALTH = "/actuator/health";
  private static final List<String> PAGES =
      List.of(HEALTH, "/api/v1/queues", "/queues", "/actuator/prometheus");

  /** How the health of the port without accounts shows a part; its details are hidden there. */
  private static final Map<String, String> PARTS =
      Map.of(
          "BROKER_DOWN", "\"jms\":{\"status\":\"DOWN\"",
          "CLOCK_WRONG", "\"clock\":{\"status\":\"DOWN\"",
          "JOURNAL_DOWN", "\"journal\":{\"status\":\"DOWN\"",
          "DATABASE_OLDER", "\"journal\":{\"status\":\"DOWN\"");

  private final Fleet fleet;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Map<String, Duration> usual = new HashMap<>();
  private long slowest;

  Looks(Fleet fleet) {
    this.fleet = fleet;
  }

  /** Notes how long each page takes on this machine while nothing is away. */
  void whileAllIsWell() throws IOException, InterruptedException {
    for (Member member : fleet.members()) {
      for (String page : PAGES) {
        usual.merge(page, took(member, page), Looks::shorter);
      }
    }
  }

  /**
   * Asserts that every page of a gateway answers within a second, or on a busy machine within a
   * second more than it takes while nothing is away.
   */
  void allAnswer(Member member) throws IOException, InterruptedException {
    for (String page : PAGES) {
      Duration longest = SECOND.plus(usual.getOrDefault(page, Duration.ZERO));
      Duration best = Duration.ofDays(1);
      for (int i = 0; i < TRIES && best.compareTo(longest) > 0; i++) {
        best = shorter(best, took(member, page));
      }
      slowest = Math.max(slowest, best.toMillis());
      assertThat(best).as("%s of gateway %s", page, member.name()).isLessThan(longest);
    }
  }

  private Duration took(Member member, String page) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    look(member, page);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Waits until a gateway says this word in its health or on its queues page. */
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

  /** Whether a gateway names a part that is away, by its word or by its health. */
  boolean says(Member member, String word) throws IOException, InterruptedException {
    String words = words(member);
    return words.contains(word) || words.contains(PARTS.getOrDefault(word, word));
  }

  /** Health, queues and inboxes. */
  String words(Member member) throws IOException, InterruptedException {
    return look(member, "/actuator/health")
        + look(member, "/api/v1/queues")
        + look(member, "/api/v1/inboxes");
  }

  private String look(Member member, String page) throws IOException, InterruptedException {
    HttpRequest.Builder asked =
        page.startsWith("/actuator/")
            ? HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + member.metrics() + page))
            : Load.asked(member, page, "olsen", fleet.people().password("olsen"));
    HttpRequest request = asked.timeout(Duration.ofSeconds(20)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** Milliseconds of the slowest look. */
  long slowest() {
    return slowest;
  }
}
