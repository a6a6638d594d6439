package countersign.demo;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.util.stream.Collectors.joining;

import countersign.accounts.MadeKey;
import countersign.pgp.SecretKey;
import countersign.request.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * The demo's configuration: the shipped one with the demo's keys and ports and a posture that
 * applies only to environment T and synthetic identities. Two fictitious people sign every
 * document.
 */
final class DemoConfig {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().disable(YAMLWriteFeature.WRITE_DOC_START_MARKER).build();
  private static final List<String> SIGNED =
      List.of(
          "agreements/irs-ice-2025.yaml",
          "registers/officials.yaml",
          "registers/delegations.yaml",
          "registers/officers.yaml",
          "registers/safeguards.yaml",
          "registers/enrolment.yaml",
          "policy/rules.yaml",
          DemoPosture.NAME);
  private static final List<String> OWNER_KEYS = List.of("ownerUser", "ownerPassword");

  private final Path shipped;
  private final Path home;
  private final Keyring keys;
  private final Instant now;
  private final DemoSignatures signatures;

  /**
   * Prepares to write {@code home/config}.
   *
   * @param shipped the project's {@code config/}
   */
  DemoConfig(Path shipped, Path home, Keyring keys, Instant now) {
    this.shipped = shipped;
    this.home = home;
    this.keys = keys;
    this.now = now;
    this.signatures = new DemoSignatures(keys, now);
  }

  /** The directory of the configuration. */
  Path directory() {
    return home.resolve("config");
  }

  /**
   * Writes and signs the documents that do not exist; a person may edit those that do. Only the
   * ports are set again at every start. A posture that a person deleted stays deleted, because
   * disclosure is off without it.
   *
   * @return what was written although the configuration existed, and whether the posture is
   *     missing, in one line; empty if there is nothing to say
   */
  Optional<String> write(int sftpPort, int httpPort, int databasePort) throws IOException {
    DemoPosture posture = new DemoPosture(home);
    boolean existed = Files.exists(directory());
    boolean complete = existed && posture.wasWritten();
    Set<String> written = copyShipped(!complete);
    for (Map.Entry<String, Consumer<ObjectNode>> edit :
        edits(sftpPort, httpPort, databasePort).entrySet()) {
      if (written.contains(edit.getKey())) {
        edit(edit.getKey(), edit.getValue());
      }
    }
    if (!complete) {
      posture.write(today());
      written.add(DemoPosture.NAME);
    }
    DemoRoot bound = new DemoRoot(home, keys);
    bound.bind();
    for (String document : SIGNED) {
      if (written.contains(document)) {
        number(bound, document);
        signatures.sign(directory().resolve(document));
      }
    }
    ports(sftpPort, httpPort, databasePort);
    posture.mark();
    String said = existed && !written.isEmpty() ? again(complete, written) : "";
    String all =
        Stream.of(said, posture.missing()).filter(one -> !one.isEmpty()).collect(joining(". "));
    return Optional.of(all).filter(one -> !one.isEmpty());
  }

  private static String again(boolean complete, Set<String> written) {
    return complete
        ? "Written again because they were missing: " + String.join(", ", new TreeSet<>(written))
        : "The whole configuration is written again because its first writing was interrupted";
  }

  private Map<String, Consumer<ObjectNode>> edits(int sftpPort, int httpPort, int databasePort) {
    Map<String, Consumer<ObjectNode>> edits = new LinkedHashMap<>();
    Consumer<ObjectNode> instance = root -> instance(root, httpPort, databasePort);
    edits.put("countersign.yaml", instance.andThen(DemoPeople::alwaysTheSameTwo));
    edits.put("partners/dhs-ice.yaml", root -> partner(root, sftpPort));
    edits.put("registers/officials.yaml", this::officials);
    edits.put("registers/officers.yaml", this::officers);
    edits.put("registers/safeguards.yaml", this::safeguards);
    edits.put("agreements/irs-ice-2025.yaml", DemoConfig::agreement);
    return edits;
  }

  private void ports(int sftpPort, int httpPort, int databasePort) throws IOException {
    Path instance = directory().resolve("countersign.yaml");
    Path partner = directory().resolve("partners/dhs-ice.yaml");
    JsonNode console = tree(instance);
    boolean whole =
        Stream.of("database", "records", "keys", "console")
            .allMatch(part -> console.path(part).isObject());
    if (whole
        && (console.path("console").path("port").asInt(-1) != httpPort
            || !console.path("database").path("url").asString("").contains(":" + databasePort + "/")
            || console.path("database").has("ownerUser"))) {
      edit("countersign.yaml", root -> instance(root, httpPort, databasePort));
    }
    JsonNode folders = tree(partner);
    if (folders.isObject() && folders.path("port").asInt(-1) != sftpPort) {
      edit("partners/dhs-ice.yaml", root -> partner(root, sftpPort));
    }
  }

  /** A document; missing if it cannot be parsed, which the check of the configuration reports. */
  private static JsonNode tree(Path document) throws IOException {
    try {
      return YAML.readTree(Files.readAllBytes(document));
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  /**
   * Copies the shipped documents.
   *
   * @param all whether to replace those that exist
   * @return names of the copied documents, relative to the directory
   */
  private Set<String> copyShipped(boolean all) throws IOException {
    Set<String> copied = new HashSet<>();
    try (Stream<Path> files = Files.walk(shipped)) {
      for (Path file : files.toList()) {
        String name = shipped.relativize(file).toString();
        Path target = directory().resolve(name);
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (all || !Files.exists(target)) {
          Files.copy(file, target, REPLACE_EXISTING);
          copied.add(name);
        }
      }
    }
    return copied;
  }

  private void number(DemoRoot bound, String document) throws IOException {
    Path file = directory().resolve(document);
    ObjectNode root = (ObjectNode) YAML.readTree(Files.readString(file, StandardCharsets.UTF_8));
    bound.number(document, root);
    Files.writeString(file, YAML.writeValueAsString(root), StandardCharsets.UTF_8);
  }

  private void edit(String document, Consumer<ObjectNode> change) throws IOException {
    Path file = directory().resolve(document);
    ObjectNode root = (ObjectNode) YAML.readTree(Files.readString(file, StandardCharsets.UTF_8));
    change.accept(root);
    Files.writeString(file, YAML.writeValueAsString(root), StandardCharsets.UTF_8);
  }

  private void instance(ObjectNode root, int httpPort, int databasePort) {
    ((ObjectNode) root.get("console")).put("address", "127.0.0.1").put("port", httpPort);
    ObjectNode database = (ObjectNode) root.get("database");
    database.put("url", "jdbc:postgresql://127.0.0.1:" + databasePort + "/countersign");
    secret(database, "password", "app");
    database.put("accountsUser", "countersign_accounts"); // a demo of an older version lacks it
    secret(database, "accountsPassword", "accounts-role");
    database.remove(OWNER_KEYS); // a demo of an older version has them
    ObjectNode records = (ObjectNode) root.get("records");
    records.put("url", "jdbc:postgresql://127.0.0.1:" + databasePort + "/records");
    secret(records, "password", "records");
    root.putObject("broker").put("url", EmbeddedBroker.URL);
    ObjectNode own = (ObjectNode) root.get("keys");
    own.put("rootKeysetFile", home.resolve("secrets/root.keyset").toString());
    own.put("gatewayKeyFile", keys.gatewayFile().toString());
  }

  private void secret(ObjectNode section, String key, String name) {
    section.putObject(key).put("file", home.resolve("secrets").resolve(name).toString());
  }

  private void partner(ObjectNode root, int sftpPort) {
    root.put("host", "127.0.0.1").put("port", sftpPort).put("user", DemoWorld.PARTNER);
    root.put("privateKeyFile", home.resolve("secrets/gateway_ssh").toString());
    root.put("knownHostsFile", home.resolve("secrets/known_hosts").toString());
    pin(root.putArray("agencyKeys"), DemoWorld.PARTNER, () -> keys.agency());
  }

  private void officials(ObjectNode root) {
    for (JsonNode official : root.get("officials")) {
      pin(((ObjectNode) official).putArray("keys"), "HOA-001", () -> keys.agency());
    }
  }

  private void officers(ObjectNode root) {
    for (JsonNode officer : root.get("officers")) {
      String id = officer.get("officerId").asString();
      pin(((ObjectNode) officer).putArray("keys"), id, () -> keys.officer(id));
    }
  }

  private void safeguards(ObjectNode root) {
    root.put("because", "A synthetic acceptance, for the demo");
    for (JsonNode agency : root.get("agencies")) {
      ((ObjectNode) agency).put("reportAccepted", true);
      ((ObjectNode) agency).put("reviewValidUntil", today().plusYears(3).toString());
    }
  }

  private static void agreement(ObjectNode root) {
    ((ObjectNode) root.get("schedule")).put("releaseEvery", "2 seconds");
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** Supplies a key. */
  private interface Source {
    SecretKey key() throws IOException;
  }

  private void pin(ArrayNode pins, String name, Source source) {
    ObjectNode pin = pins.addObject();
    pin.put("fingerprint", published(name, source)).put("file", "keys/" + name + ".asc");
    pin.put("acceptedFrom", today().minusDays(1).toString());
  }

  private String published(String name, Source source) {
    try {
      SecretKey key = source.key();
      Keyring.publish(key, directory().resolve("keys/" + name + ".asc"));
      return key.fingerprint();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /**
   * Writes and signs the register of the people who decide cases, unless it lists their keys
   * already.
   *
   * @param people roles by account
   */
  void enrol(List<MadeKey> keysMade, Map<String, Set<Role>> people) throws IOException {
    DemoEnrolment register =
        new DemoEnrolment(directory().resolve("registers/enrolment.yaml"), today());
    if (register.write(keysMade, people)) {
      signatures.sign(register.file());
    }
  }
}
