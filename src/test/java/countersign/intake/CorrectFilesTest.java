package countersign.intake;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.authority.Authority;
import countersign.authority.Expression;
import countersign.authority.IntakeCapacity;
import countersign.configuration.Configuration;
import countersign.configuration.Trust;
import countersign.demo.RequestFiles;
import countersign.demo.RequestWriter;
import countersign.demo.SyntheticPeople;
import countersign.policy.CorrectRequests;
import countersign.policy.CorrectRequests.Written;
import countersign.policy.ShippedPolicy;
import countersign.request.FileState;
import countersign.screening.DryRun;
import countersign.screening.ScreeningResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A file of requests that are right, and that breaks no limit of a file, is taken as it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrectFilesTest {
  private static final int REQUESTS = 2_000;

  /** As many requests as may give the same reason. */
  private static final int TOGETHER = 5;

  private static final List<RequestWriter.Format> FORMATS = List.of(RequestWriter.Format.values());

  private static final Clock CLOCK = Clock.fixed(ShippedPolicy.NOW, ZoneOffset.UTC);

  @TempDir Path folder;

  private final RequestFiles files = new RequestFiles(SyntheticPeople.make(1, 1), CLOCK);
  private ExecutorService workers;
  private DryRun screening;

  @BeforeAll
  void the_shipped_configuration_judges() {
    Configuration.Result result =
        Configuration.load(Path.of("config"), Trust.NOBODY, Expression::faults);
    assertThat(result).isInstanceOf(Configuration.Loaded.class);
    Configuration configuration = ((Configuration.Loaded) result).configuration();
    workers = Executors.newFixedThreadPool(2);
    screening =
        new DryRun(Authority.asWritten(configuration), IntakeCapacity.of(configuration), workers);
  }

  @AfterAll
  void stops() {
    workers.shutdownNow();
  }

  @Test
  void two_thousand_correct_requests_pass_in_either_format() throws IOException {
    Map<String, Object> refused = new TreeMap<>();
    List<Written> all = CorrectRequests.make(REQUESTS, 20_261_124);
    for (int from = 0; from < REQUESTS; from += TOGETHER * FORMATS.size()) {
      for (int each = 0; each < FORMATS.size(); each++) {
        RequestWriter.Format format = FORMATS.get(each);
        int first = from + each * TOGETHER;
        ScreeningResult screened = screens(all.subList(first, first + TOGETHER), format);
        if (screened.state() != FileState.IN_PROGRESS || !screened.requests().isEmpty()) {
          refused.put(format + " from " + first, screened);
        }
        assertThat(screened.counts().all()).isEqualTo(TOGETHER);
      }
    }
    assertThat(refused).isEmpty();
  }

  private ScreeningResult screens(List<Written> requests, RequestWriter.Format format)
      throws IOException {
    String name = files.id(1) + format.suffix().replace(".pgp", "");
    Path file = folder.resolve(name);
    try (RequestWriter writer =
        new RequestWriter(Files.newOutputStream(file), files.header(files.id(1), 1), format)) {
      for (Written one : requests) {
        writer.add(one.request());
      }
    }
    return screening.plain(file, ShippedPolicy.NOW);
  }
}
