package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.cli.CountersignCommand;
import countersign.demo.DemoParts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

  static DatabaseServer database;
  static BrokerProcess broker;
  static OpenSshServer ssh;
  static RunningGateway gateway;
  static Path config;
  static int port;
  static int metricsPort;

  @BeforeAll
  static void starts_every_part() throws Exception {
    ssh = new OpenSshServer(Files.createDirectories(folder.resolve("ssh")));
    Path secrets = folder.resolve("secrets");
    saysYes("secrets", "--into", secrets, "--sftp-host", "127.0.0.1:" + ssh.port());
    ssh.hostKey(secrets.resolve("sftp/ssh_host_ed25519_key"));
    ssh.authorise(Files.readString(secrets.resolve("sftp/authorized_keys")));
    ssh.start();
    int databasePort = FreePort.find();
    database =
        DatabaseServer.start(
            Files.createDirectories(folder.resolve("postgres")),
            databasePort,
            secrets.resolve("database"));
    broker =
        BrokerProcess.start(
            folder.resolve("activemq"), secrets.resolve("broker/activemq.properties"));
    port = FreePort.find();
    metricsPort = FreePort.find();
    config = DemoParts.configuration(folder, ssh.port(), port, databasePort);
    ShippedInstance shipped = new ShippedInstance(secrets, config);
    shipped.write(
        Map.of(
            "//database:5432",
            "//127.0.0.1:" + databasePort,
            "broker:61616",
            "127.0.0.1:" + broker.port(),
            "address: 0.0.0.0",
            "address: 127.0.0.1",
            "port: 8080",
            "port: " + port,
            "port: 9464",
            "port: " + metricsPort));
    shipped.partner("dhs-ice", System.getProperty("user.name"));
    Path owner = secrets.resolve("migrate/owner");
    saysYes("migrate", "--config", config, "--password-file", owner);
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
    administrators(owner);
    gateway = RunningGateway.start(config, folder.resolve("gateway.log"), metricsPort);
    gateway.awaitUp();
    account("adams", "FIRST_REVIEWER");
    account("baker", "COUNTERSIGNER");
    enrols("adams", "baker");
    gateway.close();
    gateway = RunningGateway.start(config, folder.resolve("gateway.log"), metricsPort);
    gateway.awaitUp();
  }

  /** Does what the runbook says: first sign-in, print the keys, complete the register, sign it. */
  private static void enrols(String... accounts) throws Exception {
    for (String account : accounts) {
      new Desk(port, ProductionParts::password).get(account, "/work-list");
    }
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
    String entries = printed.toString();
    for (String account : accounts) {
      entries =
          entries.replace(
              "person: %s\n    name: \"\"".formatted(account),
              "person: %1$s\n    name: Production %1$s".formatted(account));
    }
    Path register = config.resolve("registers/enrolment.yaml");
    Files.writeString(
        register, "id: enrolment\nbecause: A test of the runbook\nserial: 2\n" + entries);
    WholeGateway.signs(config.getParent(), register);
  }

  /** Does what the runbook says: two people name the administrators, the owner makes them. */
  private static void administrators(Path owner) throws Exception {
    Path register = config.resolve("registers/enrolment.yaml");
    Files.writeString(
        register,
        "id: enrolment\nbecause: A test of the runbook\nserial: 1\nadministrators: [first, second]\npeople: []\n");
    WholeGateway.signs(config.getParent(), register);
    for (String name : List.of("first", "second")) {
      saysYes(
          "account",
          "create",
          name,
          "--config",
          config,
          "--root-of-trust",
          RunningGateway.root(config),
          "--password-file",
          owner,
          "--password-to",
          word(name));
    }
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
    String[] line = Stream.of(words).map(String::valueOf).toArray(String[]::new);
    assertThat(CountersignCommand.run(line)).as(String.join(" ", line)).isZero();
  }

  @AfterAll
  static void stops_every_part() throws Exception {
    for (AutoCloseable part : new AutoCloseable[] {gateway, ssh, broker, database}) {
      if (part != null) {
        part.close();
      }
    }
  }
}
