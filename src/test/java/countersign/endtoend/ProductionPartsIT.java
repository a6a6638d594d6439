package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import countersign.cli.CountersignCommand;
import countersign.demo.DemoParts;
import countersign.demo.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The production parts as {@code docker-compose.yml} configures them, without an engine: PostgreSQL
 * made ready by {@code roles.sh}, ActiveMQ by {@code activemq.xml} in a process of its own, OpenSSH
 * by {@code sshd_config}, and the gateway by {@code run} in a process of its own.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class ProductionPartsIT {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String DENIED = "42501";

  @TempDir static Path folder;

  private static DatabaseServer database;
  private static BrokerProcess broker;
  private static OpenSshServer ssh;
  private static RunningGateway gateway;
  private static List<Person> people;
  private static Path login;
  private static Path known;

  @BeforeAll
  static void starts_every_part() throws Exception {
    int databasePort = World.freePort();
    int port = World.freePort();
    database =
        DatabaseServer.start(
            Files.createDirectories(folder.resolve("postgres")),
            databasePort,
            folder.resolve("secrets"));
    people =
        DemoParts.people(
            database.url("records")
                + "?user=countersign_owner&password="
                + DemoParts.password(folder.resolve("secrets/owner")),
            200);
    broker = BrokerProcess.start(folder.resolve("activemq"));
    ssh = new OpenSshServer(Files.createDirectories(folder.resolve("ssh")));
    ssh.start();
    login = ssh.loginKey("ed25519");
    known = ssh.knownHosts();
    Path config = DemoParts.configuration(folder, ssh.port(), port, databasePort);
    edit(
        config.resolve("countersign.yaml"),
        root ->
            ((ObjectNode) root.get("broker"))
                .put(
                    "url",
                    shippedBrokerUrl().replace("broker:61616", "127.0.0.1:" + broker.port())));
    edit(
        config.resolve("partners/dhs-ice.yaml"),
        root ->
            root.put("user", System.getProperty("user.name"))
                .put("privateKeyFile", login.toString())
                .put("knownHostsFile", known.toString()));
    gateway =
        RunningGateway.start(config, folder.resolve("gateway.log"), port, "--create-root-key");
    gateway.awaitUp();
  }

  private static String shippedBrokerUrl() {
    try {
      return YAML.readTree(Path.of("config/countersign.yaml").toFile()).at("/broker/url").asText();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void edit(Path file, java.util.function.Consumer<ObjectNode> change)
      throws IOException {
    ObjectNode root = (ObjectNode) YAML.readTree(Files.readString(file));
    change.accept(root);
    Files.writeString(file, YAML.writeValueAsString(root));
  }

  @AfterAll
  static void stops_every_part() throws Exception {
    for (AutoCloseable part : new AutoCloseable[] {gateway, ssh, broker, database}) {
      if (part != null) {
        part.close();
      }
    }
  }

  @Test
  void a_sealed_file_is_acknowledged() throws Exception {
    Path plain = folder.resolve("plain.ndjson");
    String id = DemoParts.requests(people, plain, 20);
    Path sealed = folder.resolve(id + ".req.ndjson.pgp");
    assertThat(
            CountersignCommand.run(
                "seal",
                plain.toString(),
                "--to",
                folder.resolve("gateway.pub.asc").toString(),
                "--sign-with",
                folder.resolve("partner/agency.sec.asc").toString(),
                "--output",
                sealed.toString()))
        .isZero();
    Sftp sftp = new Sftp(ssh, login, known, folder);
    sftp.puts(sealed);
    Path acknowledgement = sftp.waitsFor(id + ".ack.001.json.pgp");
    Path opened = folder.resolve("acknowledgement.json");
    assertThat(
            CountersignCommand.run(
                "open",
                acknowledgement.toString(),
                "--key",
                folder.resolve("partner/agency.sec.asc").toString(),
                "--from",
                folder.resolve("gateway.pub.asc").toString(),
                "--output",
                opened.toString()))
        .isZero();
    JsonNode answer = new ObjectMapper().readTree(opened.toFile());
    assertThat(answer.path("result").asText()).as(answer.toString()).isEqualTo("ACCEPTED");
    assertThat(answer.at("/counts/requests").asInt()).isEqualTo(20);
    assertThat(sftp.lists("archive")).contains(id + ".req.ndjson.pgp");
    assertThat(folder.resolve("activemq/data/kahadb/db-1.log")).exists();
  }

  @Test
  void prometheus_finds_every_metric_of_the_alerts_of_the_house() throws Exception {
    String meters = gateway.get("/actuator/prometheus").body();
    assertThat(meters)
        .contains("countersign_work_parked{")
        .contains("countersign_work_oldest_seconds{")
        .contains("countersign_partner_failures{")
        .contains("countersign_ledger_unsealed ");
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
  void the_application_drops_and_alters_nothing_and_sees_no_records() throws Exception {
    assertThatThrownBy(() -> database.as("countersign_app", "app", "records"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(DENIED));
    try (Connection app = database.as("countersign_app", "app", "countersign");
        Statement sql = app.createStatement()) {
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
  void nobody_comes_in_with_a_wrong_password() {
    for (String role : List.of("countersign_owner", "countersign_app", "records_reader")) {
      assertThatThrownBy(
              () ->
                  java.sql.DriverManager.getConnection(
                      database.url("countersign"), role, "not the password"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }
  }

  @Test
  void z_it_stops_when_it_is_told_to_within_ten_seconds_and_warns_of_nothing() throws Exception {
    int before = gateway.said().length();
    gateway.stop();
    assertThat(gateway.ends(Duration.ofSeconds(10))).isEqualTo(143);
    assertThat(gateway.said().substring(before).lines())
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
