package countersign.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.accounts.Accounts;
import countersign.ledger.LedgerSealer;
import countersign.ledger.VerificationResult;
import countersign.lifecycle.Lifecycle;
import countersign.monitoring.LedgerCheckRunner;
import countersign.request.Actor;
import countersign.request.Role;
import countersign.request.Verb;
import countersign.testkit.ConsoleData;
import countersign.testkit.World;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** Meters and health of a gateway that has work in every state. */
@SpringBootTest(
    classes = ConsoleSlice.class,
    properties = "countersign.slice=console",
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonitoringIT {
  @Autowired private MeterRegistry meters;
  @Autowired private Map<String, HealthIndicator> health;
  @Autowired private World world;
  @Autowired private Lifecycle lifecycle;
  @Autowired private LedgerSealer sealer;
  @Autowired private LedgerCheckRunner check;
  @Autowired private Accounts accounts;
  @Autowired private StatusAggregator overall;
  @Autowired private HttpCodeStatusMapper httpCodes;
  @LocalServerPort private int port;

  @BeforeEach
  void begin() {
    world.console().fill();
    sealer.seal();
    world.passes(Duration.ofSeconds(6));
  }

  @Test
  void meters_report_queue_depth_parked_work_and_files_by_state() {
    assertThat(meter("countersign.work.depth", "stage", "lookup")).isEqualTo(1);
    assertThat(meter("countersign.work.parked", "stage", "deliver")).isEqualTo(1);
    assertThat(meter("countersign.work.depth", "stage", "deliver")).isZero();
    assertThat(meter("countersign.files", "state", "in_progress")).isEqualTo(1);
    assertThat(meter("countersign.files", "state", "received")).isZero();
  }

  @Test
  void parked_work_is_reported_and_health_stays_up() {
    Health parked = indicator("parkedHealthIndicator").health();
    assertThat(parked.getStatus()).isEqualTo(Status.UP);
    assertThat(parked.getDetails()).containsEntry("deliver", 1L);
  }

  @Test
  void an_unreachable_partner_is_shown_to_operators_only_and_health_stays_up() throws Exception {
    assertThat(indicator("partnersHealthIndicator").health().getDetails())
        .containsOnly(Map.entry("dhs-other", "SFTP_DOWN"), Map.entry("dhs-ice.aside", 1));
    String password = world.console().password(accounts, "oscar", Role.OPERATOR);
    String login = Base64.getEncoder().encodeToString(("oscar:" + password).getBytes(UTF_8));
    assertThat(health("Authorization", "Basic " + login))
        .contains("PARTNER_AWAY")
        .contains("dhs-other")
        .startsWith("{\"status\":\"UP\"");
    assertThat(health("Accept", "*/*")).isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void a_partner_who_waits_for_an_answer_shows_in_the_overall_status_with_http_200() {
    Status unanswered = new Status("UNANSWERED");

    assertThat(overall.getAggregateStatus(Status.UP, unanswered)).isEqualTo(unanswered);
    assertThat(overall.getAggregateStatus(unanswered, Status.DOWN)).isEqualTo(Status.DOWN);
    assertThat(overall.getAggregateStatus(new Status("PARTNER_AWAY"), Status.UP))
        .isEqualTo(Status.UP);
    assertThat(overall.getAggregateStatus(Status.UP, new Status("ROUTE_NOT_STARTED")))
        .isEqualTo(new Status("ROUTE_NOT_STARTED"));
    assertThat(httpCodes.getStatusCode(unanswered)).isEqualTo(200);
    assertThat(httpCodes.getStatusCode(Status.DOWN)).isEqualTo(503);
  }

  @Test
  void meters_need_an_account_of_an_operator_or_an_auditor() throws Exception {
    assertThat(get("/actuator/prometheus", "Accept", "*/*").statusCode()).isEqualTo(401);
    for (Role role : Role.values()) {
      String name = "meters-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
      String password = world.console().password(accounts, name, role);
      String login = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
      assertThat(get("/actuator/prometheus", "Authorization", "Basic " + login).statusCode())
          .as(role.name())
          .isEqualTo(Set.of(Role.OPERATOR, Role.AUDITOR).contains(role) ? 200 : 403);
    }
  }

  @Test
  void no_meter_tells_what_a_look_up_found() throws Exception {
    List<String> matched = published();
    world.tampering().sql("delete from work where stage in ('endorse', 'countersign')").update();
    world
        .tampering()
        .sql("update request_status set state = 'UNMATCHED' where state in ('DRAFTED', 'ENDORSED')")
        .update();
    world.passes(Duration.ofMinutes(1));

    assertThat(published()).isEqualTo(matched).anyMatch(line -> line.contains("stage=\"lookup\""));
  }

  /** Our meters without those whose value is a time. */
  private List<String> published() throws Exception {
    String password = world.console().password(accounts, "oscar", Role.OPERATOR);
    String login = Base64.getEncoder().encodeToString(("oscar:" + password).getBytes(UTF_8));
    HttpResponse<String> answer = get("/actuator/prometheus", "Authorization", "Basic " + login);
    assertThat(answer.body()).doesNotContain("http_server_requests", "/endorse");
    return answer
        .body()
        .lines()
        .filter(line -> line.startsWith("countersign_") && !line.contains("seconds"))
        .toList();
  }

  @Test
  @Order(Integer.MAX_VALUE - 1) // late: it lets time pass and leaves an unsealed event
  void health_is_down_if_events_stay_unsealed_for_minutes() {
    lifecycle.run(Actor.GATEWAY, change -> change.event(Verb.RETRY, ConsoleData.FILE, Map.of()));
    world.passes(Duration.ofSeconds(6));
    assertThat(indicator("ledgerHealthIndicator").health().getStatus()).isEqualTo(Status.UP);
    world.passes(Duration.ofMinutes(2));
    Health late = indicator("ledgerHealthIndicator").health();
    assertThat(late.getStatus()).isEqualTo(Status.DOWN);
    assertThat(late.getDetails()).containsEntry("unsealedEvents", 1L);
  }

  @Test
  @Order(Integer.MAX_VALUE) // runs last: the health check fails afterwards
  void the_result_of_the_self_check_is_a_meter_and_fails_the_health_check() {
    assertThat(meter("countersign.ledger.verifies")).isNaN();
    LedgerCheckRunner.Result result = check.run();
    assertThat(result.report().ledger()).isInstanceOf(VerificationResult.Consistent.class);
    assertThat(result.report().count())
        .as("the console's rows were written without their events")
        .isPositive();
    assertThat(meter("countersign.ledger.verifies")).isZero();
    assertThat(meter("countersign.ledger.findings")).isEqualTo((double) result.report().count());
    assertThat(meter("countersign.ledger.verified.age.seconds")).isZero();
    world.passes(Duration.ofMinutes(1));
    assertThat(meter("countersign.ledger.verified.age.seconds")).isEqualTo(60);
    Health found = indicator("ledgerHealthIndicator").health();
    assertThat(found.getStatus()).isEqualTo(Status.DOWN);
    assertThat(found.getDetails()).containsEntry("findings", result.report().counts());
  }

  private String health(String header, String value) throws IOException, InterruptedException {
    return get("/actuator/health", header, value).body();
  }

  private HttpResponse<String> get(String path, String header, String value)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header(header, value)
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private double meter(String name, String... tags) {
    return meters.get(name).tags(tags).gauge().value();
  }

  private HealthIndicator indicator(String name) {
    HealthIndicator found = health.get(name);
    assertThat(found).as(name).isNotNull();
    return found;
  }
}
