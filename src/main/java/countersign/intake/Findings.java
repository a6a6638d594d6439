package countersign.intake;

import countersign.lifecycle.CopyRows;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps what the rules say to a file's requests, and nothing of the requests. Thread-safe. */
final class Findings implements Keeper {
  private final Function<Request, List<ReasonCode>> screen;
  private final WithinFile within = new WithinFile();

  /** By position, from 1. */
  private final List<@Nullable String> ids = new ArrayList<>();

  private final List<List<ReasonCode>> found = new ArrayList<>();

  /** Each combination of codes once, however many requests have it. */
  private final Map<Set<ReasonCode>, List<ReasonCode>> combinations = new HashMap<>();

  Findings(Function<Request, List<ReasonCode>> screen) {
    this.screen = screen;
  }

  @Override
  public void add(CopyRows rows, int number, Request request, boolean malformed) {
    List<ReasonCode> codes = RequestRows.codes(screen, request, malformed);
    within.add(number, request);
    synchronized (ids) {
      while (ids.size() <= number) {
        ids.add(null);
        found.add(List.of());
      }
      ids.set(number, Objects.requireNonNull(request.requestId()));
      put(number, codes);
    }
  }

  private void put(int number, Collection<ReasonCode> codes) {
    if (!codes.isEmpty()) {
      Set<ReasonCode> all = EnumSet.copyOf(codes);
      all.addAll(found.get(number));
      found.set(number, combinations.computeIfAbsent(all, Findings::sorted));
    }
  }

  private static List<ReasonCode> sorted(Set<ReasonCode> codes) {
    return codes.stream().sorted(Comparator.comparing(Enum::name)).toList();
  }

  long subjects() {
    return within.subjects();
  }

  /** What the requests mean for the file. */
  Set<ReasonCode> fileCodes(Comparison comparison) {
    return within.fileCodes(comparison);
  }

  /**
   * Those with codes, in the order of the file; asked once, when all have been added.
   *
   * @param comparison how requests are compared with each other; null if stage 5 was not reached
   * @param refused whether the file is, and every request with it
   */
  List<Screened.Found> all(@Nullable Comparison comparison, boolean refused) {
    if (comparison != null) {
      within.codes(comparison, (codes, number) -> put(number, codes));
    }
    List<Screened.Found> all = new ArrayList<>();
    for (int number = 1; number < found.size(); number++) {
      List<ReasonCode> codes = found.get(number);
      if (!codes.isEmpty()) {
        all.add(
            new Screened.Found(
                Objects.requireNonNull(ids.get(number)),
                refused || FileVerdict.isRefused(codes),
                codes));
      }
    }
    return all;
  }

  /** How many requests stand where, once it is known where the file stands. */
  static Screened.Counts counts(FileState state, int all, List<Screened.Found> found) {
    int refused = (int) found.stream().filter(Screened.Found::refused).count();
    return switch (state) {
      case REFUSED -> new Screened.Counts(all, all, 0);
      case HELD, QUARANTINED -> new Screened.Counts(all, refused, all - refused);
      case RECEIVED, IN_PROGRESS, ANSWERED ->
          new Screened.Counts(all, refused, found.size() - refused);
    };
  }
}
