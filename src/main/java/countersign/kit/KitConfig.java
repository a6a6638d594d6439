package countersign.kit;

import countersign.pgp.SecretKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The shipped configuration with the kit's keys, for {@code screen}; nobody signs it. */
final class KitConfig {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().disable(YAMLWriteFeature.WRITE_DOC_START_MARKER).build();

  private final Path directory;
  private final KitKeys keys;
  private final LocalDate from;

  private KitConfig(Path directory, KitKeys keys, LocalDate from) {
    this.directory = directory;
    this.keys = keys;
    this.from = from;
  }

  /**
   * Writes the configuration.
   *
   * @param shipped the project's {@code config/}
   * @param directory a folder that does not exist
   * @param from first day on which the keys are accepted
   */
  static void write(Path shipped, Path directory, KitKeys keys, LocalDate from) throws IOException {
    try (Stream<Path> files = Files.walk(shipped)) {
      for (Path file : files.toList()) {
        Files.copy(file, directory.resolve(shipped.relativize(file).toString()));
      }
    }
    KitConfig config = new KitConfig(directory, keys, from);
    config.edit("partners/dhs-ice.yaml", config::partner);
    config.edit("registers/officials.yaml", config::officials);
    config.edit("registers/officers.yaml", config::officers);
  }

  /** The ids of the officers in a register. */
  static List<String> officers(Path config) throws IOException {
    String text =
        Files.readString(config.resolve("registers/officers.yaml"), StandardCharsets.UTF_8);
    return YAML.readTree(text)
        .path("officers")
        .valueStream()
        .map(one -> one.path("officerId").asString())
        .toList();
  }

  private void edit(String document, Consumer<ObjectNode> change) throws IOException {
    Path file = directory.resolve(document);
    ObjectNode root = (ObjectNode) YAML.readTree(Files.readString(file, StandardCharsets.UTF_8));
    change.accept(root);
    Files.writeString(file, YAML.writeValueAsString(root), StandardCharsets.UTF_8);
  }

  private void partner(ObjectNode root) {
    pin(root.putArray("agencyKeys"), "agency", keys.agency());
  }

  private void officials(ObjectNode root) {
    for (JsonNode official : root.path("officials")) {
      pin(((ObjectNode) official).putArray("keys"), "requester", keys.requester());
    }
  }

  private void officers(ObjectNode root) {
    for (JsonNode officer : root.path("officers")) {
      String id = officer.path("officerId").asString();
      SecretKey key = keys.officers().get(id);
      if (key != null) {
        pin(((ObjectNode) officer).putArray("keys"), id, key);
      }
    }
  }

  private void pin(ArrayNode pins, String name, SecretKey key) {
    String file = "keys/" + name + ".asc";
    try {
      Files.createDirectories(directory.resolve("keys"));
      Files.write(directory.resolve(file), key.certificate().armoured());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    pins.addObject()
        .put("fingerprint", key.fingerprint())
        .put("file", file)
        .put("acceptedFrom", from.toString());
  }
}
