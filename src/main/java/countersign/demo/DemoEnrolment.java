package countersign.demo;

import countersign.accounts.Account;
import countersign.accounts.MadeKey;
import countersign.request.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * The demo's register of the people who sign what they do.
 *
 * @param file where it is written
 * @param today first day of the demo's keys is the day before, the last one three years later
 */
record DemoEnrolment(Path file, LocalDate today) {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().disable(YAMLWriteFeature.WRITE_DOC_START_MARKER).build();

  /**
   * Writes the register with the next serial number. Only the demo's own people are enrolled: a
   * person whose account was made later is enrolled by the command {@code enrolment} and two
   * signatures.
   *
   * @param people roles by account
   * @return false if it lists all of these keys already; then nothing is written
   */
  boolean write(List<MadeKey> made, Map<String, Set<Role>> people) throws IOException {
    List<MadeKey> keys = made.stream().filter(key -> people.containsKey(key.account())).toList();
    String before = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    if (keys.stream().allMatch(key -> before.contains(key.publicKey()))) {
      return false;
    }
    ObjectNode root = YAML.createObjectNode().put("id", "enrolment");
    root.put("because", "Fictitious people, for the demo");
    root.put("serial", before.isEmpty() ? 1 : YAML.readTree(before).path("serial").asInt() + 1);
    ArrayNode entries = root.putArray("people");
    keys.forEach(key -> person(entries.addObject(), key, people));
    Files.writeString(file, YAML.writeValueAsString(root), StandardCharsets.UTF_8);
    return true;
  }

  private void person(ObjectNode person, MadeKey key, Map<String, Set<Role>> people) {
    person.put("person", key.account()).put("name", "Demo person " + key.account());
    ArrayNode roles = person.putArray("roles");
    people.getOrDefault(key.account(), Set.of()).stream()
        .filter(Account.SIGNING::contains)
        .sorted()
        .forEach(role -> roles.add(role.name()));
    person
        .putArray("keys")
        .addObject()
        .put("account", key.account())
        .put("publicKey", key.publicKey())
        .put("firstDay", today.minusDays(1).toString())
        .put("lastDay", today.plusYears(3).toString());
  }
}
