package countersign.endtoend;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * The production parts as {@code docker-compose.yml} configures them, without an engine: PostgreSQL
 * made ready by {@code roles.sh}, ActiveMQ by {@code activemq.xml} in a process of its own, OpenSSH
 * by {@code sshd_config}, and the gateway by {@code run} in a process of its own.
 */
abstract class ProductionParts {
  @TempDir static Path folder;

  private static ProductionServers servers;
  private static EnrolledPeople people;
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
    people = new EnrolledPeople(servers);
    people.administrators();
    gateway = servers.gateway();
    gateway.awaitUp();
    people.account("adams", "FIRST_REVIEWER");
    people.account("baker", "COUNTERSIGNER");
    people.enrols("adams", "baker");
    gateway.close();
    gateway = servers.gateway();
    gateway.awaitUp();
  }

  static void account(String name, String role) throws Exception {
    people.account(name, role);
  }

  static Path word(String account) {
    return people.word(account);
  }

  static String password(String account) {
    return people.password(account);
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
