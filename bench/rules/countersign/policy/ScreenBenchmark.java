package countersign.policy;

import countersign.HistoricFailure;
import countersign.profile.RequestJson;
import countersign.request.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What it costs to screen one request: every rule over it, as shipped, in microseconds on one core.
 * Reported, not asserted.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 12, time = 3)
@Measurement(iterations = 12, time = 2)
@Fork(2)
public class ScreenBenchmark {
  /** Nine in ten are correct, in all twelve styles; the others are those of 2025. */
  static final int REQUESTS = 480;

  private static final int BAD = REQUESTS / 10;
  private static final long SEED = 20_261_124;

  private final List<Request> requests = new ArrayList<>(REQUESTS);

  /** Makes the same requests in the same order every time. */
  @Setup
  public void make() {
    CorrectRequests.make(REQUESTS - BAD, SEED).forEach(one -> requests.add(one.request()));
    List<HistoricFailure> failures =
        Stream.of("requests-of-2025.ndjson", "admission-of-february-2026.ndjson")
            .flatMap(file -> HistoricFailure.read(file).stream())
            .filter(one -> !one.codes().contains("F109_SCHEMA")) // refused before any rule
            .toList();
    for (int i = 0; i < BAD; i++) {
      String bad = failures.get(i % failures.size()).on(HistoricFailure.goodRequest()).toString();
      requests.add(RequestJson.read(bad.getBytes(StandardCharsets.UTF_8)));
    }
    Collections.shuffle(requests, new Random(SEED));
  }

  /** One request after the other, so that nothing of one is still in the nearest cache. */
  @Benchmark
  @OperationsPerInvocation(REQUESTS)
  public void screen(Blackhole sink) {
    for (Request request : requests) {
      sink.consume(ShippedPolicy.screen(request));
    }
  }
}
