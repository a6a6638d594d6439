package countersign.partnersetup;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.cli.CommandLines;
import countersign.cli.Copies;
import countersign.pgp.KeyMaker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code new partner} on copies of the shipped documents and routes. */
class NewPartnerCommandTest {
  private static final YAMLMapper YAML = new YAMLMapper();
  @TempDir Path folder;
  private Path config;
  private Path routes;

  @BeforeEach
  void copies() throws IOException {
    config = Files.createDirectories(folder.resolve("config"));
    routes = Files.createDirectories(folder.resolve("routes"));
    Copies.of(Path.of("config"), config);
    Copies.of(Path.of("routes"), routes);
  }

  private CommandLines.Ended run(String id, String... more) {
    List<Object> words = new ArrayList<>(List.of("new", "partner", id));
    words.addAll(List.of("--host", "sftp.example", "--user", "gateway"));
    words.addAll(List.of("--config", config, "--routes", routes));
    words.addAll(List.of(more));
    return CommandLines.run(words.toArray());
  }

  private CommandLines.Ended hsi(String... more) {
    List<String> words = new ArrayList<>(List.of("--agency", "DHS-HSI"));
    words.addAll(List.of("--official", "HOA-002,Director,Jamie Example"));
    words.addAll(List.of("--officer", "OFF-0501,HSI Dallas,Kim Example"));
    words.addAll(List.of(more));
    return run("dhs-hsi", words.toArray(String[]::new));
  }

  private List<String> check() {
    return CommandLines.run(
            "check", "--files", "--config", config, "--routes", routes, "--state", folder)
        .out()
        .lines()
        .toList();
  }

  @Test
  void only_the_agreement_is_left_to_complete_and_everything_else_passes_the_check() {
    assertThat(hsi("--like", "irs-ice-2025").exit()).isZero();

    assertThat(check())
        .filteredOn(line -> line.contains("agreements/dhs-hsi.yaml"))
        .filteredOn(line -> !line.startsWith("UNSIGNED"))
        .extracting(line -> line.replaceAll(".* · ([^ ,]+).* · expected.*", "$1"))
        .containsExactlyInAnyOrder("title", "because", "parties", "firstDay", "lastDay");
    assertThat(check())
        .last()
        .asString()
        .contains("config: 5 problems", "routes: 0 problems", "The gateway would not start");
  }

  @Test
  void without_a_model_every_key_that_the_schema_requires_is_missing() throws IOException {
    assertThat(hsi().exit()).isZero();
    TreeSet<String> required = new TreeSet<>();
    JsonNode schema =
        JsonMapper.shared().readTree(Files.readString(Path.of("config/schema/agreement.json")));
    schema.path("required").forEach(key -> required.add(key.asString()));
    required.removeAll(List.of("id", "serial", "agencies", "limits", "schedule"));
    for (String part : List.of("limits", "schedule")) {
      schema
          .path("properties")
          .path(part)
          .path("required")
          .forEach(key -> required.add(part + "." + key.asString()));
    }
    required.add("schedule"); // either release times or an interval

    assertThat(check())
        .filteredOn(line -> line.contains("agreements/dhs-hsi.yaml"))
        .filteredOn(line -> !line.startsWith("UNSIGNED"))
        .extracting(line -> line.replaceAll(".* · ([^ ,]+).* · expected.*", "$1"))
        .containsExactlyInAnyOrderElementsOf(required);
  }

  @Test
  void registers_and_routes_keep_every_line_and_get_the_next_serial() throws IOException {
    assertThat(hsi().exit()).isZero();
    for (String name : List.of("officials", "officers")) {
      List<String> before = Files.readAllLines(Path.of("config/registers", name + ".yaml"));
      List<String> after = Files.readAllLines(config.resolve("registers/" + name + ".yaml"));
      assertThat(after).hasSize(before.size() + 1);
      before.replaceAll(line -> line.equals("serial: 1") ? "serial: 2" : line);
      assertThat(after).startsWith(before.toArray(String[]::new));
    }
    String routesBefore = Files.readString(Path.of("routes/partners.camel.yaml"));
    assertThat(Files.readString(routes.resolve("partners.camel.yaml"))).startsWith(routesBefore);
  }

  @Test
  void a_public_key_that_is_there_is_pinned_by_its_fingerprint() throws IOException {
    var key = KeyMaker.make("kim", Instant.now(), Duration.ofDays(300));
    Files.write(config.resolve("keys/OFF-0501.asc"), key.certificate().armoured());

    String said = hsi().out();

    JsonNode entry = last("registers/officers.yaml", "officers");
    assertThat(entry.path("keys").path(0).path("fingerprint").asString())
        .isEqualTo(key.fingerprint());
    assertThat(said).contains("pin them in the documents: dhs-hsi, HOA-002");
  }

  @Test
  void a_secret_key_in_the_place_of_a_public_one_is_refused() throws IOException {
    var key = KeyMaker.make("kim", Instant.now(), Duration.ofDays(300));
    Files.writeString(config.resolve("keys/OFF-0501.asc"), key.armoured());
    Map<String, String> before = everything();

    assertThat(hsi().err()).contains("OFF-0501.asc is not a public OpenPGP key");
    assertThat(everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "dhs-ice, DHS-HSI, HOA-002, OFF-0501, dhs-ice.yaml exists already, 2",
    "irs-ice-2025, DHS-HSI, HOA-002, OFF-0501, irs-ice-2025.yaml exists already, 2",
    "dhs-hsi, DHS-ICE, HOA-002, OFF-0501, DHS-ICE again, 1",
    "dhs-hsi, DHS-HSI, HOA-001, OFF-0501, HOA-001 again, 1",
    "dhs-hsi, DHS-HSI, HOA-002, OFF-0440, OFF-0440 again, 1",
    "dhs-hsi, lower case, HOA-002, OFF-0501, agency, 1",
    "../dhs-hsi, DHS-HSI, HOA-002, OFF-0501, small letters, 2",
    "dhs-hsi, DHS-HSI, ../HOA, OFF-0501, registerId, 1",
  })
  void a_taken_or_wrong_id_is_named_and_nothing_is_written(
      String id, String agency, String official, String officer, String said, int exit)
      throws IOException {
    Map<String, String> before = everything();
    CommandLines.Ended ended =
        run(
            id,
            "--agency",
            agency,
            "--official",
            official + ",Director,Jamie Example",
            "--officer",
            officer + ",HSI Dallas,Kim Example");

    assertThat(ended.exit()).isEqualTo(exit);
    assertThat(ended.err()).contains(said).doesNotContain("\tat ");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void a_file_that_cannot_be_written_leaves_every_other_as_it_was() throws IOException {
    Path blocked = Files.createDirectories(routes.resolve("partners.camel.yaml.part/x"));
    Map<String, String> before = everything();

    assertThat(hsi().exit()).isEqualTo(2);
    assertThat(everything()).isEqualTo(before);
    assertThat(blocked).exists();
  }

  @Test
  void a_register_keeps_its_permissions() throws IOException {
    Path register = config.resolve("registers/officers.yaml");
    Files.setPosixFilePermissions(register, PosixFilePermissions.fromString("rw-rw-r--"));

    assertThat(hsi().exit()).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(register)))
        .isEqualTo("rw-rw-r--");
  }

  @Test
  void a_partner_is_not_written_twice() throws IOException {
    assertThat(hsi().exit()).isZero();
    Map<String, String> before = everything();

    assertThat(hsi().exit()).isEqualTo(2);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void routes_of_the_id_in_another_file_are_found() throws IOException {
    Files.writeString(
        routes.resolve("more.camel.yaml"),
        "- templatedRoute: { routeTemplateRef: partner-inbox, routeId: inbox-dhs-hsi, parameters: [] }\n");

    assertThat(hsi().err()).contains("more.camel.yaml has routes of dhs-hsi already");
  }

  @Test
  void words_that_look_like_yaml_stay_words() throws IOException {
    String name = "Kim \"K\" O'Neil }, # [x]: no, ümlaut";
    assertThat(hsi("--officer", "OFF-0502,yes: {a}," + name).exit()).isZero();

    JsonNode entry = last("registers/officers.yaml", "officers");
    assertThat(entry.path("name").asString()).isEqualTo(name);
    assertThat(entry.path("office").asString()).isEqualTo("yes: {a}");
  }

  @Test
  void what_is_not_named_and_not_asked_is_misuse() {
    CommandLines.Ended ended = run("dhs-hsi", "--agency", "DHS-HSI");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("Name also: --official, --officer");
  }

  private JsonNode last(String document, String list) throws IOException {
    JsonNode items = YAML.readTree(Files.readString(config.resolve(document))).path(list);
    return items.path(items.size() - 1);
  }

  /** Every file and its text. */
  private Map<String, String> everything() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return texts;
  }
}
