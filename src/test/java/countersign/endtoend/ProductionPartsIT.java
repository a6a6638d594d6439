package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.cli.CountersignCommand;
import countersign.testkit.RequestFile;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The production parts as {@code docker-compose.yml} configures them, without a container engine:
 * PostgreSQL prepared by {@code roles.sh}, ActiveMQ with {@code activemq.xml} and the gateway
 * ({@code run}) in separate processes, and OpenSSH with {@code sshd_config}.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class ProductionPartsIT extends ProductionParts {
  private static final String DENIED = "42501";

  @Test
  void a_sealed_file_is_acknowledged_and_answered_to_the_named_officer_alone() throws Exception {
    Path login = ssh.loginKey("ed25519");
    Sftp sftp = new Sftp(ssh, login, ssh.knownHosts(), folder);
    String[] person = firstPerson();
    RequestFile file = new RequestFile(fileId(), 1, Instant.now());
    file.asks(person, 1);
    Path plain = Files.write(folder.resolve("plain.ndjson"), file.bytes());
    Path sealed = folder.resolve(file.name());
    Path gatewayKey = folder.resolve("secrets/gateway.pub.asc");
    Path agency = folder.resolve("partner/agency.sec.asc");
    saysYes("seal", plain, "--to", gatewayKey, "--sign-with", agency, "--output", sealed);
    sftp.puts(sealed);

    JsonNode answer =
        new ObjectMapper().readTree(opened(sftp.waitsFor(file.id() + ".ack.001"), agency));
    assertThat(answer.path("result").asString()).as(answer.toString()).isEqualTo("ACCEPTED");
    assertThat(answer.at("/counts/taken").asInt()).isEqualTo(1);
    assertThat(sftp.lists("archive")).contains(file.name());

    new Desk(port, ProductionParts::password).bothSign(file.id());
    Path response = sftp.waitsFor(file.id() + ".rsp.");
    assertThat(opened(response, folder.resolve("officers/OFF-0417.sec.asc")))
        .contains("\"outcome\":\"DISCLOSED\"", person[9], person[11]);
    assertThat(CountersignCommand.run(open(response, agency, folder.resolve("no.json"))))
        .isEqualTo(1);
    assertThat(folder.resolve("activemq/data/kahadb/db-1.log")).exists();
  }

  private static String[] firstPerson() throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("people.csv"))) {
      return lines
          .skip(1)
          .map(line -> line.split(",", -1))
          .filter(cells -> cells[13].equals("true"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static String fileId() {
    return "DHS-ICE_T_%s_0001"
        .formatted(DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(ZoneOffset.UTC)));
  }

  private static String opened(Path sealed, Path key) throws IOException {
    Path plain = folder.resolve("opened-" + sealed.getFileName());
    assertThat(CountersignCommand.run(open(sealed, key, plain))).isZero();
    return Files.readString(plain);
  }

  private static String[] open(Path sealed, Path key, Path plain) {
    Path from = folder.resolve("secrets/gateway.pub.asc");
    return Stream.of("open", sealed, "--key", key, "--from", from, "--output", plain)
        .map(String::valueOf)
        .toArray(String[]::new);
  }

  @Test
  void prometheus_finds_every_metric_that_the_alerts_watch() throws Exception {
    String meters = gateway.get("/actuator/prometheus").body();
    Set<String> published =
        meters
            .lines()
            .filter(line -> line.startsWith("countersign_"))
            .map(line -> line.split("[ {]", 2)[0])
            .collect(Collectors.toSet());
    Set<String> watched =
        Pattern.compile("countersign_[a-z_]+")
            .matcher(Files.readString(Path.of("deploy/prometheus/alerts.yml")))
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toSet());
    assertThat(watched).isNotEmpty().isSubsetOf(published);
  }

  @Test
  void the_ledger_names_the_program_that_a_start_printed() throws Exception {
    String printed =
        Files.readAllLines(folder.resolve("gateway.log")).stream()
            .filter(line -> line.startsWith("Program: SHA-256 "))
            .reduce((earlier, later) -> later)
            .orElseThrow()
            .substring("Program: SHA-256 ".length());
    try (Connection app = database.as("countersign_app", "app", "countersign");
        Statement sql = app.createStatement();
        ResultSet event =
            sql.executeQuery(
                "select convert_from(bytes, 'UTF8') from event where verb = 'prove' order by id desc limit 1")) {
      assertThat(event.next()).isTrue();
      assertThat(event.getString(1)).contains("\"program\":\"" + printed + "\"");
    }
  }

  @Test
  void nobody_connects_to_the_broker_without_the_password() {
    ActiveMQConnectionFactory factory =
        new ActiveMQConnectionFactory("tcp://127.0.0.1:" + broker.port());
    assertThatThrownBy(() -> factory.createConnection().start()).isInstanceOf(JMSException.class);
    assertThatThrownBy(() -> factory.createConnection("gateway", "not the password").start())
        .isInstanceOf(JMSException.class);
  }

  @Test
  void the_records_reader_reads_one_view_and_nothing_else() throws Exception {
    assertThatThrownBy(() -> database.as("records_reader", "records", "countersign"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(DENIED));
    try (Connection reader = database.as("records_reader", "records", "records");
        Statement sql = reader.createStatement()) {
      assertThat(sql.executeQuery("select 1 from records.taxpayer_address limit 1").next())
          .isTrue();
      try (ResultSet mode = sql.executeQuery("show transaction_read_only")) {
        assertThat(mode.next()).isTrue();
        assertThat(mode.getString(1)).isEqualTo("on");
      }
      sql.execute("set default_transaction_read_only = off");
      refuses(sql, DENIED, "delete from records.taxpayer_address");
      refuses(sql, DENIED, "select 1 from records.taxpayer");
      refuses(sql, DENIED, "create table records.mine (a int)");
      refuses(sql, DENIED, "create table public.mine (a int)");
    }
  }

  @Test
  void the_application_role_cannot_change_tables_or_read_records() throws Exception {
    assertThatThrownBy(() -> database.as("countersign_app", "app", "records"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(DENIED));
    try (Connection app = database.as("countersign_app", "app", "countersign");
        Statement sql = app.createStatement()) {
      refuses(sql, DENIED, "insert into account_proposal (kind) values ('CREATE')");
      refuses(sql, DENIED, "select password from account");
      refuses(sql, DENIED, "drop table work");
      refuses(sql, DENIED, "drop table event");
      refuses(sql, DENIED, "alter table event add column a int");
      refuses(sql, DENIED, "create table public.mine (a int)");
      refuses(sql, DENIED, "truncate accounting_entry");
      refuses(sql, DENIED, "update event set subject = 'x'");
      refuses(sql, DENIED, "delete from accounting_entry");
    }
  }

  @Test
  void every_unreachable_part_is_reported_in_one_run_and_nothing_is_started() throws Exception {
    String said =
        refused(
            Map.of(
                "//127.0.0.1:" + database.port() + "/countersign",
                "//127.0.0.1:" + database.port() + "/another",
                "records_reader",
                "nobody",
                "127.0.0.1:" + broker.port(),
                "127.0.0.1:" + FreePort.find()));
    assertThat(said)
        .contains("NOT_REACHED  database ·")
        .contains("has no such database. Create it with deploy/postgres/roles.sh.")
        .contains("NOT_REACHED  records ·", "refused the login of nobody.")
        .contains("NOT_REACHED  broker ·")
        .contains("PORT_HELD  console.port ·");
  }

  @Test
  void a_gateway_that_is_given_the_owner_of_the_tables_does_not_start() throws Exception {
    String said =
        refused(
            Map.of(
                "countersign_app",
                "countersign_owner",
                "gateway/app",
                "migrate/owner",
                "port: " + port,
                "port: " + FreePort.find()));
    assertThat(said)
        .contains("DATABASE_ROLE  database.user · countersign_owner owns the tables")
        .doesNotContain("Started");
  }

  @Test
  void a_gateway_key_that_is_no_key_is_reported_with_its_line() throws Exception {
    String said = refused(Map.of("gateway.sec.asc", "sftp_client_key"));
    assertThat(said)
        .contains("GATEWAY_KEY  countersign.yaml · keys.gatewayKeyFile, line ")
        .doesNotContain("NOT_REACHED");
  }

  @Test
  void a_broker_that_refuses_the_login_is_reported_in_a_sentence() throws Exception {
    String text = Files.readString(config.resolve("countersign.yaml"));
    Path broker = Path.of(text.replaceAll("(?s).*file: (\\S*gateway/broker)\\b.*", "$1"));
    Files.writeString(broker.resolveSibling("other"), "not the password");
    String said =
        refused(
            Map.of(
                "gateway/broker",
                "gateway/other",
                "port: " + port,
                "port: " + FreePort.find(),
                "port: " + metricsPort,
                "port: " + FreePort.find()));
    assertThat(said).contains("NOT_REACHED  broker refused the login. Put the password");
  }

  /**
   * Starts another gateway with a changed instance file, asserts that it ends, and returns its
   * output.
   */
  private static String refused(Map<String, String> changes) throws Exception {
    Path wrong = Files.createTempDirectory(folder, "wrong").resolve("config");
    OpenSshServer.run("cp", "-r", config.toString(), wrong.toString());
    Files.copy(config.resolveSibling("root-of-trust"), wrong.resolveSibling("root-of-trust"));
    Path instance = wrong.resolve("countersign.yaml");
    String text = Files.readString(instance);
    for (Map.Entry<String, String> change : changes.entrySet()) {
      assertThat(text).contains(change.getKey());
      text = text.replace(change.getKey(), change.getValue());
    }
    Files.writeString(instance, text);
    Path log = wrong.resolveSibling("log");
    try (RunningGateway another = RunningGateway.start(wrong, log, port)) {
      assertThat(another.ends(Duration.ofSeconds(60))).isEqualTo(1);
      assertThat(another.said()).doesNotContain("\tat ", "Exception");
      return another.said();
    }
  }

  @Test
  void nobody_signs_in_with_a_wrong_password() {
    for (String role :
        List.of("countersign_owner", "countersign_app", "countersign_accounts", "records_reader")) {
      assertThatThrownBy(
              () ->
                  java.sql.DriverManager.getConnection(
                      database.url("countersign"), role, "not the password"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }
  }

  @Test
  void z_it_stops_within_ten_seconds_without_a_warning() throws Exception {
    int before = gateway.said().length();
    gateway.stop();
    assertThat(gateway.ends(Duration.ofSeconds(10))).isEqualTo(143);
    assertThat(gateway.said().substring(before).lines())
        .anyMatch(line -> line.contains(" INFO "))
        .noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "));
  }

  private static void refuses(Statement sql, String state, String statement) {
    assertThatThrownBy(() -> sql.execute(statement))
        .as(statement)
        .isInstanceOfSatisfying(
            SQLException.class,
            e -> assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo(state));
  }
}
