package countersign.demo;

import countersign.cli.RootOption;
import countersign.configuration.AdoptedSerial;
import countersign.configuration.SerialRecord;
import countersign.crypto.Sha256;
import countersign.pgp.SecretKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The root of trust of a demo: it binds itself to its own two signatories at its first start. The
 * fingerprint and the record of serials are beside the configuration, not in it.
 *
 * @param home folder of the demo
 */
record DemoRoot(Path home, Keyring keys) {
  private static final YAMLMapper YAML = new YAMLMapper();

  /** Writes the first version of the signatories and binds the demo to it, if it is not yet. */
  void bind() throws IOException {
    Path version = home.resolve("config/signatories/signatories-1.yaml");
    if (!Files.exists(version)) {
      Files.createDirectories(version.getParent());
      Files.writeString(version, YAML.writeValueAsString(people()), StandardCharsets.UTF_8);
    }
    Path bound = home.resolve(RootOption.DEMO_FILE);
    if (!Files.exists(bound)) {
      Files.writeString(
          bound, Sha256.hex(Files.readAllBytes(version)) + "\n", StandardCharsets.UTF_8);
    }
  }

  /** The fingerprint to which the demo is bound. */
  String fingerprint() throws IOException {
    return Files.readString(home.resolve(RootOption.DEMO_FILE), StandardCharsets.UTF_8).strip();
  }

  /** Gives a document that is written again a serial above those that were in force. */
  void number(String document, ObjectNode root) throws IOException {
    int last =
        SerialRecord.in(home).read().stream()
            .filter(one -> one.document().equals(document))
            .mapToInt(AdoptedSerial::serial)
            .max()
            .orElse(0);
    if (last >= root.path("serial").asInt(0)) {
      root.put("serial", last + 1);
    }
  }

  /** The same people give the same bytes, so that a deleted version can be written again. */
  private ObjectNode people() throws IOException {
    ObjectNode root = YAML.createObjectNode().put("id", "signatories-1");
    root.put("because", "Fictitious people, for the demo").put("serial", 1);
    ArrayNode people = root.putArray("signatories");
    for (String id : DemoSignatures.SIGNATORIES) {
      SecretKey key = keys.signatory(id);
      Keyring.publish(key, home.resolve("config/keys/" + id + ".asc"));
      ObjectNode person = people.addObject();
      person.put("signatory", id).put("name", "Demo " + id).put("role", "COUNSEL");
      person.put("fingerprint", key.fingerprint()).put("file", "keys/" + id + ".asc");
    }
    return root;
  }
}
