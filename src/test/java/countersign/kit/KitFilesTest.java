package countersign.kit;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.authority.Authority;
import countersign.authority.Expression;
import countersign.authority.IntakeCapacity;
import countersign.cli.CommandLines;
import countersign.configuration.Configuration;
import countersign.configuration.Trust;
import countersign.pgp.DetachedSignatures;
import countersign.pgp.EnvelopeRefused;
import countersign.pgp.SecretKey;
import countersign.screening.DryRun;
import countersign.screening.ScreeningResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The conformance kit: its expected answers are those of the code that judges files. */
class KitFilesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Instant PICK_UP = Instant.parse("2026-11-24T17:00:00Z");

  @TempDir static Path folder;

  private static Path kit;
  private static JsonNode expected;

  @BeforeAll
  static void a_kit_is_made() throws IOException {
    kit = make("kit");
    expected = new JsonMapper().readTree(Files.readString(kit.resolve("expected.json")));
  }

  private static Path make(String name) {
    Path made = folder.resolve(name);
    CommandLines.Ended ended = CommandLines.run("kit", made, "--date", DAY);
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("has 80 request files", "README.md");
    return made;
  }

  @Test
  void each_file_gets_its_expected_answer_from_the_screening() throws IOException {
    Configuration loaded = loaded(kit.resolve("config"));
    ExecutorService workers = Executors.newFixedThreadPool(2);
    List<String> wrong = new ArrayList<>();
    try {
      DryRun screening =
          new DryRun(Authority.asWritten(loaded), IntakeCapacity.of(loaded), workers);
      SecretKey gateway = key("gateway");
      for (JsonNode file : expected.path("files")) {
        if (!List.of("same-content", "gap").contains(file.path("case").asString())) {
          Path sealed = kit.resolve(file.path("sealed").asString());
          String found = screened(screening, sealed, gateway);
          String wanted = answer(file.path("acknowledgement"));
          if (!found.equals(wanted)) {
            wrong.add(file.path("case") + "\n  expected " + wanted + "\n  found    " + found);
          }
        }
      }
    } finally {
      workers.shutdownNow();
    }
    assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
  }

  /** {@code screen} tells its user that a key does not fit, where the gateway answers F101. */
  private static String screened(DryRun screening, Path sealed, SecretKey gateway)
      throws IOException {
    try {
      return answer(screening.sealed(sealed, gateway, PICK_UP));
    } catch (IOException e) {
      if (e.getCause() instanceof EnvelopeRefused refused) {
        String code = KitCase.code(refused.fault().code().substring(0, 4)).name();
        return "REFUSED [%1$s] [%1$s %2$s] 0/0/0 []".formatted(code, refused.fault());
      }
      throw e;
    }
  }

  private static Configuration loaded(Path config) throws IOException {
    Trust trust =
        Trust.of(
            (document, signature, keys) ->
                DetachedSignatures.signer(document, signature, keys, PICK_UP),
            null);
    return ((Configuration.Loaded) Configuration.load(config, trust, Expression::faults))
        .configuration();
  }

  private static SecretKey key(String name) throws IOException {
    try (InputStream in = Files.newInputStream(kit.resolve("keys/" + name + ".sec.asc"))) {
      return SecretKey.parse(in, null);
    }
  }

  private static String answer(ScreeningResult found) {
    String result =
        switch (found.state()) {
          case REFUSED -> "REFUSED";
          case HELD, QUARANTINED -> "HELD";
          case RECEIVED, IN_PROGRESS, ANSWERED, FILED -> "ACCEPTED";
        };
    List<String> requests =
        found.requests().stream()
            .map(one -> one.requestId() + one.codes() + (one.refused() ? "" : "?"))
            .toList();
    return "%s %s %s %d/%d/%d %s"
        .formatted(
            result,
            found.codes(),
            found.details().stream().map(one -> one.code() + " " + one).toList(),
            found.counts().all(),
            found.counts().refused(),
            found.counts().held(),
            requests);
  }

  private static String answer(JsonNode document) {
    List<String> requests = new ArrayList<>();
    for (String list : List.of("refused", "held")) {
      for (JsonNode one : document.path(list)) {
        requests.add(
            one.path("requestId").asString()
                + texts(one.path("codes"))
                + (list.equals("held") ? "?" : ""));
      }
    }
    List<String> details = new ArrayList<>();
    for (JsonNode one : document.path("fileDetails")) {
      String line = one.has("line") ? " in line " + one.path("line").asInt() : "";
      details.add(one.path("code").asString() + " " + one.path("detail").asString() + line);
    }
    JsonNode counts = document.path("counts");
    return "%s %s %s %d/%d/%d %s"
        .formatted(
            document.path("result").asString(),
            texts(document.path("fileCodes")),
            details,
            counts.path("requests").asInt(),
            counts.path("refused").asInt(),
            counts.path("held").asInt(),
            requests.stream().sorted().toList());
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  @Test
  void the_same_day_and_seed_give_the_same_plaintexts_and_answers() throws IOException {
    Path second = make("second");
    assertThat(texts(second.resolve("plain"))).isEqualTo(texts(kit.resolve("plain"))).isNotEmpty();
    JsonNode again = new JsonMapper().readTree(Files.readString(second.resolve("expected.json")));
    for (String part : List.of("acknowledgement", "responses", "plainSha256", "name")) {
      assertThat(again.path("files").findValues(part))
          .isEqualTo(expected.path("files").findValues(part))
          .hasSizeGreaterThanOrEqualTo(80);
    }
  }

  private static Map<String, String> texts(Path plain) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(plain)) {
      for (Path file : files.toList()) {
        byte[] bytes = Files.readAllBytes(file);
        texts.put(String.valueOf(file.getFileName()), countersign.crypto.Sha256.hex(bytes));
      }
    }
    return texts;
  }

  @Test
  void the_page_for_people_has_every_file_and_a_folder_that_exists_is_left_alone()
      throws IOException {
    assertThat(Files.readString(kit.resolve("expected.md")).lines().filter(l -> l.startsWith("| ")))
        .hasSize(82);
    assertThat(kit.resolve("profile/exchange.md"))
        .hasSameTextualContentAs(Path.of("docs/exchange.md"));
    assertThat(kit.resolve("schema/acknowledgement.json")).exists();
    CommandLines.Ended ended = CommandLines.run("kit", kit);
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("exists already and was not changed");
  }
}
