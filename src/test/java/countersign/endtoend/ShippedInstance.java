package countersign.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The shipped {@code countersign.yaml} without changes except for locations: hosts and ports of
 * this machine, and for each {@code /run/secrets/NAME} the file that {@code docker-compose.yml}
 * mounts there.
 */
final class ShippedInstance {
  private static final YAMLMapper YAML = new YAMLMapper();

  private final Path secrets;
  private final Path config;

  /**
   * Prepares to write into a configuration that already has keys and signatures.
   *
   * @param secrets folder as created by {@code secrets}
   */
  ShippedInstance(Path secrets, Path config) {
    this.secrets = secrets;
    this.config = config;
  }

  /** Writes the file. */
  void write(Map<String, String> places) throws IOException {
    Path file = config.resolve("countersign.yaml");
    String text = Files.readString(Path.of("config/countersign.yaml"));
    for (Map.Entry<String, String> place : places.entrySet()) {
      if (!text.contains(place.getKey())) {
        throw new IllegalStateException("The shipped instance does not say " + place.getKey());
      }
      text = text.replace(place.getKey(), place.getValue());
    }
    // The same two people approve whatever waits in a test, so it must not meet a control case.
    text = text.replace("controlCasesPerThousand: 20", "controlCasesPerThousand: 0");
    text = text.replace("samePairInARow: 10", "samePairInARow: 1000");
    Files.writeString(file, mounted(text));
  }

  /** Sets a partner's login key and host key from the mounted secrets. */
  void partner(String id, String user) throws IOException {
    JsonNode shipped = YAML.readTree(Path.of("config/partners", id + ".yaml").toFile());
    Path file = config.resolve("partners/" + id + ".yaml");
    ObjectNode root = (ObjectNode) YAML.readTree(file.toFile());
    root.put("user", user);
    root.put("privateKeyFile", mounted(shipped.get("privateKeyFile").asString()));
    root.put("knownHostsFile", mounted(shipped.get("knownHostsFile").asString()));
    Files.writeString(file, YAML.writeValueAsString(root));
  }

  private String mounted(String text) throws IOException {
    String found = text;
    JsonNode compose = YAML.readTree(Path.of("docker-compose.yml").toFile()).get("secrets");
    for (Map.Entry<String, JsonNode> secret : compose.properties()) {
      String file = secret.getValue().get("file").asString().replace("var/secrets", secrets + "");
      found = found.replaceAll("/run/secrets/" + secret.getKey() + "\\b(?!_)", file);
    }
    return found;
  }
}
