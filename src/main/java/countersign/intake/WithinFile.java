package countersign.intake;

import countersign.request.ReasonCode;
import countersign.request.Request;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Rules that compare the requests of one file with each other, for whoever has the file and no
 * database: what the gateway's set queries say of a file that is the first it ever saw. Holds no
 * value of a request, only hashes under a salt of its own. Thread-safe.
 */
final class WithinFile {
  private final IdSet hashes = new IdSet();
  private final Map<Integer, Compared> requests = new TreeMap<>();

  /** What of one request is compared; 0 stands for a field that is missing. */
  private record Compared(long subject, long caseNumber) {}

  /**
   * Takes one request, in any order.
   *
   * @param number position in the file
   */
  void add(int number, Request request) {
    Compared compared =
        new Compared(hash(Subject.form(request)), hash(Subject.caseNumber(request)));
    synchronized (requests) {
      requests.put(number, compared);
    }
  }

  private long hash(String form) {
    return form.isEmpty() ? 0 : hashes.hash(form);
  }

  /** How many different subjects there are. */
  long subjects() {
    return requests.values().stream().mapToLong(Compared::subject).distinct().count();
  }

  /**
   * The codes that requests get for each other's sake, by their position.
   *
   * @see <a href="../../../../../docs/rules.md">R31</a>
   */
  Map<Integer, Set<ReasonCode>> codes() {
    Map<Integer, Set<ReasonCode>> codes = new HashMap<>();
    Map<Long, Long> subjectOf = new HashMap<>();
    Set<Long> reused = new HashSet<>();
    for (Compared one : requests.values()) {
      Long first = subjectOf.putIfAbsent(one.caseNumber(), one.subject());
      if (one.caseNumber() != 0 && first != null && first != one.subject()) {
        reused.add(one.caseNumber());
      }
    }
    requests.forEach(
        (number, one) -> {
          if (reused.contains(one.caseNumber())) {
            codes.put(number, Set.of(ReasonCode.R217_CASE_NUMBER_REUSED));
          }
        });
    return codes;
  }

  /** The codes that the file gets for its requests' sake. */
  List<ReasonCode> fileCodes() {
    return List.of();
  }
}
