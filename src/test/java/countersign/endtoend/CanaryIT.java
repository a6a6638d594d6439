package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import countersign.testkit.RequestFile;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jms.core.JmsTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Taxpayer data is readable in the records database only: not in the most detailed log, the
 * broker's store, a temporary file, a metric, an error response, a file name, or another table.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CanaryIT {
  private static final String[] ASKED = {
    "987456321", "ITIN", "Quillabrinth", "Xanthippea", "Zyxomorphos", "", "1961-02-27",
    "4711 Quetzalcoatlus Way", "", "Vexillopolis", "TX", "78701", "2024", "true"
  };
  private static final String[] MOVED = {
    "986896543", "ITIN", "Brobdingnaga", "", "Kwyjibolater", "", "1962-03-28",
    "815 Jabberwockian Road", "", "Slithytoveville", "TX", "78702", "2024", "true"
  };
  private static final String ON_RECORD_ONLY = "Mimsyborogovian";
  private static final Set<String> VALUES =
      Set.of(
          "987456321",
          "Quillabrinth",
          "Xanthippea",
          "Zyxomorphos",
          "Quetzalcoatlus",
          "Vexillopolis",
          "986896543",
          "Brobdingnaga",
          "Kwyjibolater",
          "Jabberwockian",
          "Slithytoveville",
          ON_RECORD_ONLY,
          "Antidisestablishment",
          "Frumiousbander",
          "A298765431");

  @TempDir static Path folder;

  private final Canaries canaries = new Canaries(VALUES);
  private final List<String> answers = new ArrayList<>();
  private Set<Path> before;
  private WholeGateway gateway;
  private PlayedPartner partner;
  private Desk desk;

  @BeforeAll
  void run_a_whole_exchange() throws Exception {
    before = Traces.temporary();
    gateway =
        WholeGateway.start(
            folder.resolve("demo"),
            config -> {},
            "--countersign.inbox-poll-millis=200",
            "--countersign.inbox-still-millis=400",
            "--logging.level.root=DEBUG",
            "--logging.level.org.apache.sshd=INFO", // the partner's server, not the gateway's
            "--logging.level.countersign.demo.TypedEntries=INFO", // likewise
            "--logging.level.jdk.internal.httpclient=INFO", // this test's own calls
            "--logging.threshold.console=ERROR",
            "--logging.file.name=" + folder.resolve("demo/gateway.log"));
    partner = PlayedPartner.of(gateway);
    desk = new Desk(gateway);
    String[] elsewhere = MOVED.clone();
    elsewhere[7] = "99 " + ON_RECORD_ONLY + " Court";
    isOnRecord(ASKED);
    isOnRecord(elsewhere);
    String file = asks();
    isAnsweredBadly(file);
    signs(file);
    sendsWhatIsRefused();
  }

  /** Sends three requests: one is disclosed, one does not match, one has no valid address. */
  private String asks() throws IOException {
    RequestFile file = partner.asksAbout(0);
    file.asks(ASKED, 7001)
        .put(
            "reason", "Case HSI-2026-007001: Antidisestablishment after willful failure to depart.")
        .withObject("/removalOrder")
        .put("number", "A298765431");
    file.asks(MOVED, 7002);
    String[] nowhere = {
      "985677654", "ITIN", "Frumiousbander", "", "Kwyjibolater", "", "1963-04-29",
      "Unknown", "", "Slithytoveville", "TX", "78702", "2024", "true"
    };
    file.asks(nowhere, 7003);
    partner.drops(file.name(), partner.seals(file.bytes()));
    partner.countsOn();
    JsonNode answer = partner.acknowledgementOf(file.id());
    assertThat(answer.path("counts").path("taken").asInt()).as(answer.toString()).isEqualTo(2);
    assertThat(answer.path("refused").size()).isEqualTo(1);
    partner.awaitsIn("archive", file.name());
    answers.add(answer.toString());
    return file.id();
  }

  /** Makes calls that fail: people have typed a name into them, or lack the permission. */
  private void isAnsweredBadly(String file) throws IOException, InterruptedException {
    JsonNode item = desk.waitingFor("adams", file);
    String request = "/requests/" + file + "/" + item.path("requestId").asString();
    calls("adams", request + "/endorse", "{\"draftSha256\": Zyxomorphos}");
    calls("adams", request + "/endorse", "{\"identifiesInformant\":\"Zyxomorphos\"}");
    calls("adams", request + "/endorse", "[\"Zyxomorphos\"]");
    calls("adams", request + "/endorse", "{\"reason\":\"Zyxomorphos");
    calls("olsen", request + "/endorse", "{\"reason\":\"Zyxomorphos\"}");
    calls("olsen", request, null);
    calls("adams", "/requests/" + file + "/R-999999/endorse", "{\"reason\":\"Zyxomorphos\"}");
    calls("clark", "/stops", "{\"scope\":\"Zyxomorphos\"}");
    calls("olsen", "/files?state=Zyxomorphos", null);
    calls("olsen", "/nothing-here", "{\"reason\":\"Zyxomorphos\"}");
  }

  private void calls(String account, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = desk.call(account, path, body);
    assertThat(answer.statusCode()).as(path).isLessThan(500);
    answers.add(answer.headers().map() + answer.body());
  }

  private void signs(String file) throws Exception {
    for (String step : List.of("endorse", "countersign")) {
      String account = step.equals("endorse") ? "adams" : "baker";
      JsonNode item = desk.waitingFor(account, file);
      ObjectNode decision = new ObjectMapper().createObjectNode();
      decision.set("draftSha256", item.path("draftSha256"));
      decision.put(
          "reason", "Quillabrinth Zyxomorphos of Quetzalcoatlus Way is the one on the order.");
      decision.put("identifiesInformant", false).put("impairsInvestigation", false);
      String request = "/requests/" + file + "/" + item.path("requestId").asString();
      assertThat(desk.call(account, request, null).body()).contains("Quetzalcoatlus");
      HttpResponse<String> answer = desk.call(account, request + "/" + step, decision.toString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      answers.add(answer.body());
    }
    await("the response")
        .atMost(Duration.ofSeconds(60))
        .until(() -> partner.lists("outbox", file + ".rsp").size() == 1);
    Path response = partner.outbox(partner.lists("outbox", file + ".rsp").get(0));
    String opened = partner.opensAsOfficer(Files.readAllBytes(response));
    assertThat(opened)
        .contains("4711 QUETZALCOATLUS WAY")
        .doesNotContainIgnoringCase(ON_RECORD_ONLY);
  }

  /** Sends files with faults that a parser might quote in its message. */
  private void sendsWhatIsRefused() throws IOException {
    RequestFile unknown = partner.asksAbout(0);
    unknown.asks(ASKED, 7004).put("Zyxomorphos", "Quillabrinth");
    isRefused(unknown, unknown.bytes());
    RequestFile broken = partner.asksAbout(0);
    broken.asks(ASKED, 7005);
    String body = broken.body().replace("\"Zyxomorphos\"", "Zyxomorphos");
    isRefused(broken, broken.bytes(body.getBytes(StandardCharsets.UTF_8)));
    RequestFile typed = partner.asksAbout(0);
    typed.asks(ASKED, 7006).put("subject", "Zyxomorphos");
    isRefused(typed, typed.bytes());
    byte[] sealed = partner.seals(partner.asksAbout(1).bytes());
    partner.drops("Zyxomorphos 987456321.pgp", sealed);
    partner.acknowledgementOf(partner.unnamedId(sealed));
    partner.awaitsIn("rejected", "Zyxomorphos 987456321.pgp");
  }

  private void isRefused(RequestFile file, byte[] plain) throws IOException {
    partner.drops(file.name(), partner.seals(plain));
    partner.countsOn();
    JsonNode answer = partner.acknowledgementOf(file.id());
    assertThat(answer.path("result").asString()).as(answer.toString()).isEqualTo("REFUSED");
    partner.awaitsIn("rejected", file.name());
    answers.add(answer.toString());
  }

  @AfterAll
  void stops() {
    if (gateway != null) {
      gateway.close();
    }
    // Spring sets these for the whole process; without this the logs of all later tests would go
    // there
    List.of("CONSOLE_LOG_THRESHOLD", "LOG_FILE").forEach(System::clearProperty);
  }

  @Test
  @Order(1)
  void nothing_about_a_taxpayer_is_found_outside_the_records_and_the_sealed_files()
      throws Exception {
    Traces traces = everywhere();

    assertThat(traces.found()).isEmpty();
    assertThat(traces.bytes()).as("bytes looked through").isGreaterThan(10_000_000);
  }

  @Test
  @Order(2)
  void a_value_planted_in_any_of_these_places_is_found() throws Exception {
    LoggerFactory.getLogger(CanaryIT.class).debug("planted: 987-45-6321");
    new JmsTemplate(gateway.bean(ConnectionFactory.class)).convertAndSend("planted", "Zyxomorphos");
    gateway.bean(MeterRegistry.class).counter("planted", "who", "Quillabrinth").increment();
    Path temporary = Files.createTempFile("planted", ".txt");
    Files.writeString(temporary, "Quetzalcoatlus", StandardCharsets.UTF_16LE);
    Files.createFile(partner.outbox("planted-986896543.pgp"));
    try (Connection owner = DriverManager.getConnection(superuser("countersign"));
        Statement sql = owner.createStatement()) {
      sql.execute("create table planted as select 'Vexillopolis'::bytea as hidden");
    }
    answers.add("planted: QnJvYmRpbmduYWdh"); // Brobdingnaga in Base64

    Set<String> found = everywhere().found();
    Files.delete(temporary);

    assertThat(found)
        .anyMatch(one -> one.startsWith("demo/gateway.log: 987-45-6321"))
        .anyMatch(one -> one.contains("activemq/") && one.contains("Zyxomorphos"))
        .anyMatch(one -> one.contains("/actuator/prometheus: Quillabrinth"))
        .anyMatch(one -> one.contains("planted") && one.contains("Quetzalcoatlus as UTF-16"))
        .anyMatch(one -> one.startsWith("name outbox/planted") && one.contains("986896543"))
        .anyMatch(one -> one.startsWith("table public.planted: Vexillopolis"))
        .anyMatch(one -> one.contains("postgres/data") && one.contains("Vexillopolis"))
        .anyMatch(one -> one.startsWith("answers: Brobdingnaga as Base64"));
  }

  private Traces everywhere() throws IOException, SQLException, InterruptedException {
    Path home = gateway.parts().place().home();
    Traces traces = new Traces(canaries);
    traces.text("answers", String.join("\n", answers));
    String password = Files.readString(home.resolve("secrets/accounts/olsen"));
    traces.page(gateway.parts().url() + "/actuator/prometheus", "olsen:" + password);
    traces.page(gateway.parts().url() + "/actuator/health");
    traces.page(gateway.parts().url() + "/login");
    traces.tables(superuser("countersign"));
    traces.names(
        home.resolve("sftp/dhs-ice"), "rejected/Zyxomorphos 987456321.pgp"); // partner's name
    traces.files(home, file -> isOurs(home.relativize(file)));
    traces.temporaryFiles(folder, before);
    return traces;
  }

  /** False for the records database, its log, and the files that the partner sent in plaintext. */
  private static boolean isOurs(Path file) {
    return !file.startsWith("sftp/dhs-ice/rejected")
        && !file.startsWith("postgres/records")
        && !file.startsWith("postgres/data/pg_tblspc")
        && !file.startsWith("postgres/data/pg_wal");
  }

  private String superuser(String database) throws IOException {
    return gateway.parts().superuserUrl(database);
  }

  private void isOnRecord(String... cells) throws SQLException, IOException {
    try (Connection records = DriverManager.getConnection(superuser("records"));
        PreparedStatement sql =
            records.prepareStatement(
                """
                insert into records.taxpayer (tin, tin_type, given_name, middle_name, surname, suffix, birth_date,
                  line1, line2, city, state, postal_code, period, last_known, name_control)
                values (?, ?, ?, nullif(?, ''), ?, nullif(?, ''), ?::date, ?, nullif(?, ''), ?, ?, ?, ?, ?::boolean, ?)
                """)) {
      for (int i = 0; i < cells.length; i++) {
        sql.setString(i + 1, cells[i]);
      }
      sql.setString(cells.length + 1, cells[4].substring(0, 4).toUpperCase(Locale.ROOT));
      sql.executeUpdate();
    }
  }
}
