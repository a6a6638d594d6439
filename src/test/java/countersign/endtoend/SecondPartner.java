package countersign.endtoend;

import countersign.pgp.Certificate;
import countersign.pgp.KeyMaker;
import countersign.pgp.SecretKey;
import countersign.testkit.RequestFile;
import countersign.testkit.SealedBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * An agency on Debian's OpenSSH with settings of its own: a login key with a passphrase, other
 * names of the folders, a limit of speed and of size.
 */
final class SecondPartner implements AutoCloseable {
  static final String ID = "dhs-hsi";
  static final int MAX_SEALED_BYTES = 4_000_000;
  private static final String PASSPHRASE = "open sesame";
  private static final String[] FOLDERS = {"to-irs", "from-irs", "done", "bad"};

  private final OpenSshServer server;
  private final Path login;
  private final SecretKey agency;
  private final SecretKey official;
  private int sequence;

  SecondPartner(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    server = new OpenSshServer(Files.createDirectory(folder.resolve("server")));
    login = server.loginKey("ed25519");
    OpenSshServer.run("ssh-keygen", "-q", "-p", "-P", "", "-N", PASSPHRASE, "-f", login.toString());
    for (String name : FOLDERS) {
      Files.createDirectory(server.root().resolve(name));
    }
    server.start();
    agency = KeyMaker.make(ID, Instant.now(), Duration.ofDays(300));
    official = KeyMaker.make("HOA-002", Instant.now(), Duration.ofDays(300));
  }

  /** Writes its document, its official and its routes; nobody has signed the register then. */
  void joins(Path config, Path routes) throws IOException {
    Files.write(config.resolve("keys/dhs-hsi.asc"), agency.certificate().armoured());
    Files.write(config.resolve("keys/HOA-002.asc"), official.certificate().armoured());
    Path passphrase = config.resolveSibling("secrets").resolve("hsi-passphrase");
    Files.writeString(passphrase, PASSPHRASE + "\n");
    Files.writeString(
        config.resolve("partners/dhs-hsi.yaml"),
        """
        id: dhs-hsi
        agency: DHS-HSI
        host: 127.0.0.1
        port: %d
        user: %s
        privateKeyFile: %s
        privateKeyPassphrase: { file: %s }
        knownHostsFile: %s
        poll: { delayMillis: 300 }
        folders: { inbox: to-irs, outbox: from-irs, archive: done, rejected: bad }
        limits: { maxSealedBytes: %d, maxBytesPerSecond: 1000000 }
        requesters: [HOA-002]
        agencyKeys: [%s]
        """
            .formatted(
                server.port(),
                System.getProperty("user.name"),
                login,
                passphrase,
                server.knownHosts(),
                MAX_SEALED_BYTES,
                pinned(agency, "dhs-hsi")));
    Path officials = config.resolve("registers/officials.yaml");
    Files.writeString(
        officials,
        raised(Files.readString(officials))
            + "- { registerId: HOA-002, agency: DHS-HSI, name: Jamie Example, title: Director, delegate: false, keys: [%s] }%n"
                .formatted(pinned(official, "HOA-002")));
    Files.writeString(
        routes.resolve("partners.camel.yaml"),
        """
        - templatedRoute: { routeTemplateRef: partner-inbox, routeId: inbox-dhs-hsi, parameters: [{ name: partner, value: dhs-hsi }] }
        - templatedRoute: { routeTemplateRef: partner-outbox, routeId: outbox-dhs-hsi, parameters: [{ name: partner, value: dhs-hsi }] }
        """,
        StandardOpenOption.APPEND);
  }

  /** A register with the next serial. */
  static String raised(String register) {
    int serial = Integer.parseInt(register.replaceAll("(?s).*\\nserial: (\\d+)\\n.*", "$1"));
    return register.replaceFirst("\nserial: \\d+\n", "\nserial: %d\n".formatted(serial + 1));
  }

  private static String pinned(SecretKey key, String name) {
    LocalDate yesterday = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).minusDays(1);
    return "{ fingerprint: %s, file: keys/%s.asc, acceptedFrom: %s }"
        .formatted(key.fingerprint(), name, yesterday);
  }

  /** Drops a file that the gateway answers; no agreement covers it. */
  RequestFile drops(Path home) throws IOException {
    sequence++;
    LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    String id = "DHS-HSI_T_%tY%<tm%<td_%04d".formatted(today, sequence);
    RequestFile file =
        new RequestFile(id, sequence, Instant.now())
            .requests(1)
            .header(
                line ->
                    line.replace("HOA-001", "HOA-002").replace("Jordan Example", "Jamie Example"));
    Certificate gateway;
    try (InputStream in = Files.newInputStream(home.resolve("gateway.pub.asc"))) {
      gateway = Certificate.parse(in).get(0);
    }
    drops(file.name(), SealedBytes.seal(file.bytes(), official, gateway, Instant.now()));
    return file;
  }

  void drops(String name, byte[] sealed) throws IOException {
    Path part = folder("to-irs").resolve(name + ".part");
    Files.write(part, sealed);
    Files.move(part, part.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
  }

  Path folder(String name) {
    return server.root().resolve(name);
  }

  boolean hasAnswerTo(RequestFile file) {
    return Files.exists(folder("from-irs").resolve(file.id() + ".ack.001.json.pgp"));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
