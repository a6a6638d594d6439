package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import countersign.cli.CommandLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An agency's developer with nothing but the kit, {@code gpg}, {@code sftp} and Python: what the
 * kit's README says, word for word, then every file of the kit, then files of their own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class KitIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern BLOCK = Pattern.compile("```\n(.*?)```", Pattern.DOTALL);
  private static final String SERVER = "/usr/lib/openssh/sftp-server";

  @TempDir static Path folder;

  private Path kit;
  private JsonNode expected;
  private Gpg gpg;

  @BeforeAll
  void a_developer_gets_the_kit() throws IOException {
    kit = folder.resolve("kit");
    assertThat(CommandLines.run("kit", kit).exit()).isZero();
    expected = JSON.readTree(Files.readString(kit.resolve("expected.json")));
    gpg = new Gpg(Files.createTempDirectory("kit-test").resolve("gpg"));
    try (Stream<Path> keys = Files.list(kit.resolve("keys"))) {
      for (Path key : keys.sorted().toList()) {
        if (!key.toString().endsWith("gateway.sec.asc")) {
          gpg.imports(key);
        }
      }
    }
  }

  @AfterAll
  void ends() {
    gpg.close();
  }

  @Test
  @Order(1)
  void the_readme_leads_to_an_opened_acknowledgement_and_response() throws IOException {
    String readme = Files.readString(kit.resolve("README.md"));
    List<String> blocks = BLOCK.matcher(readme).results().map(found -> found.group(1)).toList();
    assertThat(blocks).hasSize(3);
    String all = "cd %s && set -e\n%s".formatted(kit, String.join("\n", blocks));
    String out = sh(all + "\ngpgconf --kill all");
    assertThat(out)
        .contains(
            "req.ndjson.pgp  ACCEPTED",
            "\"result\":\"ACCEPTED\"",
            "\"counts\":{\"requests\":3,\"refused\":0,\"held\":0,\"taken\":3}",
            "\"outcome\":\"DISCLOSED\"");
    sh("cd %s && rm -r .state outbox/* archive/* *.pgp".formatted(kit));
  }

  @Test
  @Order(2)
  void gpg_opens_the_expected_answer_to_every_file_of_the_kit() throws IOException {
    List<JsonNode> files = expected.path("files").valueStream().toList();
    assertThat(files).hasSize(80);
    StringBuilder batch = new StringBuilder();
    for (JsonNode file : files) {
      String name = file.path("name").asString();
      batch.append("put %s inbox/%s.part\n".formatted(file.path("sealed").asString(), name));
      batch.append("rename inbox/%s.part inbox/%s\n".formatted(name, name));
    }
    upload(batch.toString());
    assertThat(responds()).hasSize(80);

    Map<String, String> opened = opened();
    Schema schema = schema("acknowledgement");
    Schema line = schema("response-result");
    List<JsonNode> acknowledgements = new ArrayList<>();
    int disclosed = 0;
    for (Map.Entry<String, String> answer : opened.entrySet()) {
      if (answer.getKey().contains(".ack.")) {
        JsonNode document = JSON.readTree(answer.getValue());
        assertThat(schema.validate(document)).as(answer.getKey()).isEmpty();
        acknowledgements.add(document);
      } else {
        List<String> lines = answer.getValue().lines().toList();
        assertThat(answer.getValue().length() % 4096).isZero();
        assertThat(schema("response-header").validate(JSON.readTree(lines.get(0)))).isEmpty();
        for (String one : lines.subList(1, lines.size() - 1)) {
          assertThat(line.validate(JSON.readTree(one))).as(one).isEmpty();
          disclosed += one.contains("\"DISCLOSED\"") ? 1 : 0;
        }
      }
    }
    assertThat(disclosed).isGreaterThan(40);
    for (JsonNode file : files) {
      assertThat(acknowledgements)
          .as(file.path("name").asString())
          .anyMatch(one -> fits(file, one));
    }
  }

  /** Whether an acknowledgement is the expected one of this file and no other. */
  private static boolean fits(JsonNode file, JsonNode found) {
    return Stream.of("fileId", "result", "fileCodes", "fileDetails", "counts", "refused", "held")
            .allMatch(part -> found.path(part).equals(file.path("acknowledgement").path(part)))
        && found.path("sealedSha256").equals(file.path("sealedSha256"));
  }

  @Test
  @Order(3)
  void a_file_of_their_own_is_judged_by_name_envelope_header_trailer_and_lines()
      throws IOException {
    Path plain = kit.resolve(expected.path("files").get(0).path("plain").asString());
    String text = Files.readString(plain);
    String today = plain.getFileName().toString().substring(10, 18);
    String id = "DHS-ICE_T_" + today + "_";
    String own =
        text.replaceAll("_0001\"", "_0901\"").replace("\"sequence\":1", "\"sequence\":901");
    Path draft = Files.writeString(folder.resolve(id + "0901.req.ndjson"), own);
    drops(draft, "Kit requester");
    drops(Files.writeString(folder.resolve(id + "0902.req.ndjson"), own + "x"), "Kit requester");
    String sealed = "seal %s --complete -o %s --to %s --sign-with %s";
    Path good =
        Files.writeString(folder.resolve(id + "0903.req.ndjson"), own.replace("901", "903"));
    CommandLines.run(
        (Object[])
            sealed
                .formatted(
                    good,
                    kit.resolve("inbox/" + good.getFileName() + ".pgp"),
                    kit.resolve("keys/gateway.pub.asc"),
                    kit.resolve("keys/requester.sec.asc"))
                .split(" "));
    Files.copy(plain, kit.resolve("inbox/" + id + "0904.req.ndjson.pgp"));
    Files.copy(plain, kit.resolve("inbox/today.pgp"));

    assertThat(responds())
        .anyMatch(line -> line.contains("_0901") && line.endsWith("REFUSED F107_HASH_MISMATCH"))
        .anyMatch(line -> line.contains("_0902") && line.endsWith("REFUSED F109_SCHEMA"))
        .anyMatch(line -> line.contains("_0903") && line.endsWith("ACCEPTED"))
        .anyMatch(line -> line.contains("_0904") && line.contains("REFUSED F101_"))
        .anyMatch(line -> line.contains("today") && line.endsWith("REFUSED F103_FILENAME"));
    assertThat(opened().values())
        .anyMatch(one -> one.contains("_0903\"") && one.contains("M399_NOT_DISCLOSED"));

    Path again = kit.resolve("archive/" + id + "0903.req.ndjson.pgp");
    Files.copy(again, kit.resolve("inbox/" + again.getFileName()));
    drops(Files.writeString(folder.resolve(id + "0901.req.ndjson"), text), "Kit requester");
    assertThat(responds())
        .anyMatch(line -> line.endsWith("sent again: the same acknowledgement"))
        .anyMatch(line -> line.endsWith("REFUSED F104_DUPLICATE_FILE"));
  }

  private void drops(Path plain, String signer) throws IOException {
    Path sealed = folder.resolve("sealed.pgp");
    Files.deleteIfExists(sealed);
    gpg.seals(plain, sealed, signer, "Kit gateway");
    Files.move(
        sealed,
        kit.resolve("inbox/" + plain.getFileName() + ".pgp"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private void upload(String batch) throws IOException {
    Path commands = Files.writeString(folder.resolve("batch"), batch);
    sh("cd %s && sftp -q -b %s -D %s".formatted(kit, commands, SERVER));
  }

  /** The lines of the responder, which ends when the inbox is empty. */
  private List<String> responds() throws IOException {
    String out = sh("cd %s && python3 responder.py --once".formatted(kit));
    try (Stream<Path> left = Files.list(kit.resolve("inbox"))) {
      assertThat(left).isEmpty();
    }
    return out.lines().filter(line -> line.contains(".pgp  ") || line.contains(".asc  ")).toList();
  }

  /** Everything of the outbox, opened with gpg and the agency's and officers' keys. */
  private Map<String, String> opened() throws IOException {
    Path copies = Files.createTempDirectory(folder, "opened");
    sh("cp %s/outbox/* %s".formatted(kit, copies));
    gpg.opensAll(copies);
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(copies)) {
      for (Path file : files.filter(one -> !one.toString().endsWith(".pgp")).toList()) {
        all.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return all;
  }

  private static String sh(String command) {
    return OpenSshServer.run("sh", "-c", command);
  }

  private Schema schema(String name) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(kit.resolve("schema/" + name + ".json")));
  }
}
