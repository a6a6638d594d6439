package countersign.intake;

import countersign.accounting.CopyRows;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import countersign.request.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps what the rules say to a file's requests, and nothing of the requests. Thread-safe. */
final class Findings implements Keeper {
  private final Function<Request, List<ReasonCode>> screen;
  private final WithinFile within = new WithinFile();
  private final Map<Integer, String> ids = new TreeMap<>();
  private final Map<Integer, Set<ReasonCode>> found = new TreeMap<>();

  Findings(Function<Request, List<ReasonCode>> screen) {
    this.screen = screen;
  }

  @Override
  public void add(CopyRows rows, int number, Request request, boolean malformed) {
    List<ReasonCode> codes = RequestRows.codes(screen, request, malformed);
    within.add(number, request);
    synchronized (ids) {
      ids.put(number, Objects.requireNonNull(request.requestId()));
      if (!codes.isEmpty()) {
        found.computeIfAbsent(number, one -> EnumSet.noneOf(ReasonCode.class)).addAll(codes);
      }
    }
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
      within
          .codes(comparison)
          .forEach(
              (number, codes) ->
                  found
                      .computeIfAbsent(number, one -> EnumSet.noneOf(ReasonCode.class))
                      .addAll(codes));
    }
    List<Screened.Found> all = new ArrayList<>(found.size());
    found.forEach(
        (number, codes) ->
            all.add(
                new Screened.Found(
                    Objects.requireNonNull(ids.get(number)),
                    refused || FileVerdict.isRefused(codes),
                    codes.stream().sorted(Comparator.comparing(Enum::name)).toList())));
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
