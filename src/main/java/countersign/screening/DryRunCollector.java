package countersign.screening;

import countersign.policy.Policy;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import countersign.request.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects the codes each request received; stores no request data. Thread-safe. */
public final class DryRunCollector implements RequestSink {

  private final Function<Request, List<ReasonCode>> screen;
  private final InMemoryFileWideChecks fileWideChecks = new InMemoryFileWideChecks();

  /** Request ids by position in the file, from 1. */
  private final List<@Nullable String> ids = new ArrayList<>();

  private final List<List<ReasonCode>> found = new ArrayList<>();

  /** Names of the malformed fields, for the few requests that have any. */
  private final Map<Integer, List<String>> malformedFields = new HashMap<>();

  /** Each combination of codes is stored once, to save memory. */
  private final Map<Set<ReasonCode>, List<ReasonCode>> combinations = new HashMap<>();

  /**
   * Creates a collector.
   *
   * @param screen returns every code of one request
   */
  public DryRunCollector(Function<Request, List<ReasonCode>> screen) {
    this.screen = screen;
  }

  @Override
  public Batch batch() {
    return new Batch() {
      @Override
      public void add(int number, Request request, Set<String> malformed) {
        collect(number, request, malformed);
      }

      @Override
      public List<byte[]> rows() {
        return List.of();
      }
    };
  }

  private void collect(int number, Request request, Set<String> malformed) {
    List<ReasonCode> own = screen.apply(request);
    List<ReasonCode> codes = Screener.codes(any -> own, request, malformed);
    fileWideChecks.add(number, request);
    synchronized (ids) {
      while (ids.size() <= number) {
        ids.add(null);
        found.add(List.of());
      }
      ids.set(number, Objects.requireNonNull(request.requestId()));
      put(number, codes);
      if (codes.contains(ReasonCode.F109_SCHEMA)) {
        Set<String> fields = new TreeSet<>(malformed);
        if (own.contains(ReasonCode.F109_SCHEMA)) {
          fields.addAll(Policy.fieldsOf(ReasonCode.F109_SCHEMA));
        }
        malformedFields.put(number, List.copyOf(fields));
      }
    }
  }

  private void put(int number, Collection<ReasonCode> codes) {
    if (!codes.isEmpty()) {
      Set<ReasonCode> all = EnumSet.copyOf(codes);
      all.addAll(found.get(number));
      found.set(number, combinations.computeIfAbsent(all, DryRunCollector::sorted));
    }
  }

  private static List<ReasonCode> sorted(Set<ReasonCode> codes) {
    return codes.stream().sorted(Comparator.comparing(Enum::name)).toList();
  }

  /** Number of distinct subjects. */
  public long subjects() {
    return fileWideChecks.subjects();
  }

  /** Codes that the file receives because of its requests. */
  public Set<ReasonCode> fileCodes(FileLimits fileWideLimits) {
    return fileWideChecks.fileCodes(fileWideLimits);
  }

  /**
   * The requests with codes, in the order of the file. Call this once, after all requests were
   * added.
   *
   * @param fileWideLimits limits for comparing requests with each other; null if stage 5 was not
   *     reached
   * @param refused whether the file is refused, and every request with it
   */
  public List<ScreeningResult.Found> all(@Nullable FileLimits fileWideLimits, boolean refused) {
    if (fileWideLimits != null) {
      fileWideChecks.codes(fileWideLimits, (codes, number) -> put(number, codes));
    }
    List<ScreeningResult.Found> all = new ArrayList<>();
    for (int number = 1; number < found.size(); number++) {
      List<ReasonCode> codes = found.get(number);
      if (!codes.isEmpty()) {
        all.add(
            new ScreeningResult.Found(
                Objects.requireNonNull(ids.get(number)),
                refused || FileOutcome.isRefused(codes),
                codes,
                malformedFields.getOrDefault(number, List.of())));
      }
    }
    return all;
  }

  /** Number of requests in each state, given the state of the file. */
  static ScreeningResult.Counts counts(
      FileState state, int all, List<ScreeningResult.Found> found) {
    int refused = (int) found.stream().filter(ScreeningResult.Found::refused).count();
    return switch (state) {
      case REFUSED -> new ScreeningResult.Counts(all, all, 0);
      case HELD, QUARANTINED -> new ScreeningResult.Counts(all, refused, all - refused);
      case RECEIVED, IN_PROGRESS, ANSWERED, FILED ->
          new ScreeningResult.Counts(all, refused, found.size() - refused);
    };
  }
}
