package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.cli.CommandLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Runs the commands that examine files and requests, with a world's configuration. */
final class Screen {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path home;

  Screen(Path home) {
    this.home = home;
  }

  CommandLines.Ended runs(Object... arguments) throws IOException {
    List<Object> all = new ArrayList<>(List.of(arguments));
    Path config = home.resolve("config");
    all.addAll(List.of("--config", config, "--root-of-trust", RunningGateway.root(config)));
    return CommandLines.run(all.toArray());
  }

  /** Output of {@code screen} for a file with this name, sealed or in plaintext. */
  JsonNode says(String name, byte[] bytes) throws IOException {
    Path folder = Files.createDirectories(home.resolveSibling("screened"));
    Path file = Files.write(folder.resolve(name), bytes);
    CommandLines.Ended ended =
        runs("screen", file, "--json", "--key", home.resolve("secrets/gateway.sec.asc"));
    assertThat(ended.exit()).as(ended.err()).isBetween(0, 1);
    JsonNode answer = JSON.readTree(ended.out());
    boolean clean =
        answer.path("result").asString().equals("ACCEPTED")
            && answer.path("counts").path("refused").asInt() == 0
            && answer.path("counts").path("held").asInt() == 0;
    assertThat(ended.exit()).as(ended.out()).isEqualTo(clean ? 0 : 1);
    return answer;
  }

  /** Asserts that both give the same result for the file and its requests. */
  static void assertSame(JsonNode screened, JsonNode answered) {
    for (String field :
        List.of("fileId", "result", "fileCodes", "fileDetails", "counts", "refused", "held")) {
      assertThat(screened.path(field)).as(field).isEqualTo(answered.path(field));
    }
  }
}
