package countersign.faults;

import countersign.endtoend.BrokerProcess;
import countersign.endtoend.DatabaseServer;
import countersign.endtoend.EnrolledPeople;
import countersign.endtoend.FreePort;
import countersign.endtoend.OpenSshServer;
import countersign.endtoend.ProductionServers;
import countersign.request.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * Two gateways on one PostgreSQL, one ActiveMQ and one OpenSSH, each in a process of its own, with
 * people who are enrolled. The broker's store is on a small disk.
 */
final class Fleet implements AutoCloseable {
  /** Starts on a machine that does other work may take minutes. */
  static final Duration PATIENCE = Duration.ofMinutes(15);

  private static final int PEOPLE = 1_000;

  private final ProductionServers servers;
  private final EnrolledPeople people;
  private final SmallDisks brokerDisk;
  private final Path brokerFolder;
  private final List<Member> members;
  private BrokerProcess broker;

  private Fleet(ProductionServers servers, EnrolledPeople people) throws IOException {
    this.servers = servers;
    this.people = people;
    this.brokerFolder = servers.folder().resolve("activemq");
    servers.broker().close();
    this.brokerDisk = SmallDisks.at(Map.of(store(), 96));
    this.broker = startsBroker();
    this.members = List.of(Member.of(servers, "one"), Member.of(servers, "two"));
  }

  /** Starts the servers, makes and enrols the people, and starts both gateways. */
  static Fleet start(Path folder, Pace pace) throws Exception {
    ProductionServers servers = ProductionServers.start(folder, FreePort.find());
    servers.migrate();
    ProductionServers.saysYes(
        "seed",
        "--config",
        servers.config(),
        "--password-file",
        servers.owner(),
        "--people",
        PEOPLE,
        "--csv",
        folder.resolve("people.csv"));
    EnrolledPeople people = new EnrolledPeople(servers);
    liftsTheCaps(servers, people);
    pace.configure(servers.config());
    people.administrators();
    people.enrolsAll(
        Map.of(
            "adams", Role.FIRST_REVIEWER,
            "baker", Role.COUNTERSIGNER,
            "olsen", Role.OPERATOR));
    Fleet fleet = new Fleet(servers, people);
    fleet.everyGatewayIsUp();
    return fleet;
  }

  /** All files are about the same officer's cases. */
  private static void liftsTheCaps(ProductionServers servers, EnrolledPeople people)
      throws IOException {
    Path agreement = servers.config().resolve("agreements/irs-ice-2025.yaml");
    Files.writeString(
        agreement,
        Files.readString(agreement)
            .replaceAll(
                "(largeVolumeSubjects|sameReasonRequests|officerLoadSubjects|officerCeilingSubjects|recurringAddressSubjects): \\d+",
                "$1: 2000000"));
    people.sign(agreement);
  }

  Path folder() {
    return servers.folder();
  }

  List<Member> members() {
    return members;
  }

  Member one() {
    return members.get(0);
  }

  Member two() {
    return members.get(1);
  }

  DatabaseServer database() {
    return servers.database();
  }

  OpenSshServer ssh() {
    return servers.ssh();
  }

  EnrolledPeople people() {
    return people;
  }

  BrokerProcess broker() {
    return broker;
  }

  /** Folder of the broker's data. */
  Path store() {
    return brokerFolder.resolve("data");
  }

  SmallDisks brokerDisk() {
    return brokerDisk;
  }

  /** Starts the broker again on its port and its store. */
  void startBroker() throws IOException {
    broker = startsBroker();
  }

  private BrokerProcess startsBroker() throws IOException {
    return BrokerProcess.start(
        brokerFolder,
        folder().resolve("secrets/broker/activemq.properties"),
        servers.broker().port(),
        brokerDisk.before(brokerFolder));
  }

  /** Starts the database again and waits until it takes logins. */
  void startDatabase(ProcessBuilder command) throws IOException {
    Process process = command.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    Awaitility.await("PostgreSQL again")
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> !Rows.of(database()).list("select 1").isEmpty());
  }

  /** Starts what has ended, as docker compose does, and waits until all gateways are well. */
  void everyGatewayIsUp() throws IOException {
    if (!broker.process().isAlive()) {
      startBroker();
    }
    for (Member member : members) {
      if (!member.isAlive()) {
        member.launch();
      }
    }
    for (Member member : members) {
      Awaitility.await("gateway " + member.name())
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(500))
          .until(member::isUpOrStartsAgain);
    }
  }

  @Override
  public void close() throws IOException {
    for (Member member : members) {
      member.close();
    }
    broker.close();
    brokerDisk.close();
    servers.close();
  }
}
