package countersign.intake;

import countersign.accounting.CopyRows;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.request.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

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
  List<ReasonCode> fileCodes() {
    return within.fileCodes();
  }

  /**
   * Those with codes, in the order of the file; asked once, when all have been added.
   *
   * @param compares whether stage 5 was reached, so that requests are compared with each other
   */
  List<Screened.Found> all(boolean compares) {
    if (compares) {
      within
          .codes()
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
                    codes.stream().anyMatch(code -> code.tier() == Tier.REJECT),
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
