package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.cli.CountersignCommand;
import countersign.demo.DemoParts;
import countersign.testkit.RequestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The servers of {@code docker-compose.yml} without an engine, and a configuration for them that is
 * not complete: PostgreSQL, ActiveMQ and OpenSSH.
 *
 * @param folder of the configuration, the secrets and the servers' data
 */
public record ProductionServers(
    Path folder, OpenSshServer ssh, DatabaseServer database, BrokerProcess broker, Ports ports)
    implements AutoCloseable {

  /** Where the gateway will listen. */
  public record Ports(int console, int metrics) {}

  /** Starts the servers. */
  public static ProductionServers start(Path folder, int port) throws Exception {
    OpenSshServer ssh = new OpenSshServer(Files.createDirectories(folder.resolve("ssh")));
    Path secrets = folder.resolve("secrets");
    saysYes("secrets", "--into", secrets, "--sftp-host", "127.0.0.1:" + ssh.port());
    ssh.hostKey(secrets.resolve("sftp/ssh_host_ed25519_key"));
    ssh.authorise(Files.readString(secrets.resolve("sftp/authorized_keys")));
    ssh.start();
    int databasePort = FreePort.find();
    DatabaseServer database =
        DatabaseServer.start(
            Files.createDirectories(folder.resolve("postgres")),
            databasePort,
            secrets.resolve("database"));
    BrokerProcess broker =
        BrokerProcess.start(
            folder.resolve("activemq"), secrets.resolve("broker/activemq.properties"));
    Ports ports = new Ports(port, FreePort.find());
    Path config = DemoParts.configuration(folder, ssh.port(), port, databasePort);
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
            "port: " + ports.metrics()));
    shipped.partner("dhs-ice", System.getProperty("user.name"));
    return new ProductionServers(folder, ssh, database, broker, ports);
  }

  /** Folder of the configuration. */
  public Path config() {
    return folder.resolve("config");
  }

  /** The file with the password of the tables' owner. */
  public Path owner() {
    return folder.resolve("secrets/migrate/owner");
  }

  /** Makes the tables. */
  public void migrate() {
    saysYes("migrate", "--config", config(), "--password-file", owner());
  }

  /** Makes an account that the signed register names as administrator. */
  public void administrator(String name) throws IOException {
    saysYes(
        "account",
        "create",
        name,
        "--config",
        config(),
        "--root-of-trust",
        RunningGateway.root(config()),
        "--password-file",
        owner(),
        "--password-to",
        folder.resolve("words").resolve(name));
  }

  /** Starts the gateway of this configuration. */
  public RunningGateway gateway() throws IOException {
    return RunningGateway.start(config(), folder.resolve("gateway.log"), ports.metrics());
  }

  /** Seals a file as the agency, uploads it and opens its first acknowledgement. */
  String acknowledged(RequestFile file) throws Exception {
    Sftp sftp = new Sftp(ssh, ssh.loginKey("ed25519"), ssh.knownHosts(), folder);
    Path plain = Files.write(folder.resolve("plain.ndjson"), file.bytes());
    Path sealed = folder.resolve(file.name());
    Path gateway = folder.resolve("secrets/gateway.pub.asc");
    Path agency = folder.resolve("partner/agency.sec.asc");
    saysYes("seal", plain, "--to", gateway, "--sign-with", agency, "--output", sealed);
    sftp.puts(sealed);
    Path answer = sftp.waitsFor(file.id() + ".ack.001");
    Path opened = folder.resolve("acknowledgement.json");
    saysYes("open", answer, "--key", agency, "--from", gateway, "--output", opened);
    return Files.readString(opened);
  }

  /** Runs a command that must succeed. */
  public static void saysYes(Object... words) {
    String[] line = Stream.of(words).map(String::valueOf).toArray(String[]::new);
    assertThat(CountersignCommand.run(line)).as(String.join(" ", line)).isZero();
  }

  @Override
  public void close() throws IOException {
    ssh.close();
    broker.close();
    database.close();
  }
}
