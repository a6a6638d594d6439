package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.cli.CountersignCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;

/**
 * The production parts as {@code docker-compose.yml} configures them, without an engine: PostgreSQL
 * made ready by {@code roles.sh}, ActiveMQ by {@code activemq.xml} in a process of its own, OpenSSH
 * by {@code sshd_config}, and the gateway by {@code run} in a process of its own.
 */
abstract class ProductionParts {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  private static ProductionServers servers;
  private static String people = "";
  private static int serial;
  static DatabaseServer database;
  static BrokerProcess broker;
  static OpenSshServer ssh;
  static RunningGateway gateway;
  static Path config;
  static int port;
  static int metricsPort;

  @BeforeAll
  static void starts_every_part() throws Exception {
    servers = ProductionServers.start(folder, FreePort.find());
    ssh = servers.ssh();
    database = servers.database();
    broker = servers.broker();
    port = servers.ports().console();
    metricsPort = servers.ports().metrics();
    config = servers.config();
    Path owner = servers.owner();
    servers.migrate();
    saysYes(
        "seed",
        "--config",
        config,
        "--password-file",
        owner,
        "--people",
        200,
        "--csv",
        folder.resolve("people.csv"));
    administrators();
    gateway = servers.gateway();
    gateway.awaitUp();
    account("adams", "FIRST_REVIEWER");
    account("baker", "COUNTERSIGNER");
    enrols("adams", "baker");
    gateway.close();
    gateway = servers.gateway();
    gateway.awaitUp();
  }

  /** Does what the runbook says: first sign-in, print the keys, complete the register, sign it. */
  private static void enrols(String... accounts) throws Exception {
    for (String account : accounts) {
      new Desk(port, ProductionParts::password).get(account, "/work-list");
    }
    completesTheRegister(accounts);
  }

  /** Prints the keys that the register does not list, adds them, and lets two people sign it. */
  private static void completesTheRegister(String... accounts) throws Exception {
    StringWriter printed = new StringWriter();
    assertThat(
            CountersignCommand.commandLine()
                .setOut(new PrintWriter(printed, true))
                .execute(
                    "enrolment",
                    "--config",
                    config.toString(),
                    "--root-of-trust",
                    RunningGateway.root(config)))
        .isZero();
    String entries = printed.toString().replaceFirst("(?s).*people:\n", "");
    for (String account : accounts) {
      entries =
          entries.replace(
              "person: %s\n    name: \"\"".formatted(account),
              "person: %1$s\n    name: Production %1$s".formatted(account));
    }
    people += entries;
    register("people:\n" + people);
  }

  private static void register(String entries) throws Exception {
    Path register = config.resolve("registers/enrolment.yaml");
    serial++;
    Files.writeString(
        register,
        "id: enrolment\nbecause: A test of the runbook\nserial: %d\nadministrators: [first, second]\n%s"
            .formatted(serial, entries));
    WholeGateway.signs(config.getParent(), register);
  }

  /**
   * Does what the runbook says: two people name the administrators, the owner makes them, and the
   * keys that were made with them are enrolled.
   */
  private static void administrators() throws Exception {
    register("people: []\n");
    for (String name : List.of("first", "second")) {
      servers.administrator(name);
    }
    completesTheRegister("first", "second");
  }

  /** One administrator proposes the account, the other one confirms it. */
  static void account(String name, String role) throws Exception {
    Desk desk = new Desk(port, ProductionParts::password);
    String wanted =
        "{\"kind\":\"CREATE\",\"account\":\"%s\",\"roles\":[\"%s\"],\"reason\":\"A test of the runbook\"}"
            .formatted(name, role);
    HttpResponse<String> proposed = desk.call("first", "/accounts/proposals", wanted);
    assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(201);
    String confirm =
        "/accounts/proposals/%d/confirm"
            .formatted(JSON.readTree(proposed.body()).get("id").asLong());
    assertThat(desk.call("first", confirm, "").statusCode()).isEqualTo(403);
    HttpResponse<String> confirmed = desk.call("second", confirm, "");
    assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
    Files.writeString(word(name), JSON.readTree(confirmed.body()).get("password").asString());
  }

  static Path word(String account) {
    return folder.resolve("words").resolve(account);
  }

  static String password(String account) {
    try {
      return Files.readString(word(account));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void saysYes(Object... words) {
    ProductionServers.saysYes(words);
  }

  @AfterAll
  static void stops_every_part() throws Exception {
    for (AutoCloseable part : new AutoCloseable[] {gateway, servers}) {
      if (part != null) {
        part.close();
      }
    }
  }
}
