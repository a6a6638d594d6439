package countersign.intake;

import countersign.request.ReasonCode;
import countersign.request.Request;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Rules that compare the requests of one file with each other, for whoever has the file and no
 * database: what the gateway's set queries say of a file that is the first it ever saw. Holds no
 * value of a request, only hashes under a salt of its own. Thread-safe while requests are added.
 */
final class WithinFile {
  private final IdSet hashes = new IdSet();
  private final Map<Integer, Hashed> requests = new TreeMap<>();

  /** What of one request is compared; 0 stands for what is not stated. */
  private record Hashed(
      long subject, long caseNumber, long address, long family, long reason, List<Long> officers) {}

  /**
   * Takes one request, in any order.
   *
   * @param number position in the file
   */
  void add(int number, Request request) {
    Compared compared = Compared.of(request);
    Hashed hashed =
        new Hashed(
            hash(compared.subject()),
            hash(compared.caseNumber()),
            hash(compared.address()),
            hash(compared.family()),
            hash(compared.reason()),
            compared.officers().stream().map(this::hash).toList());
    synchronized (requests) {
      requests.put(number, hashed);
    }
  }

  private long hash(String form) {
    return form.isEmpty() ? 0 : hashes.hash(form);
  }

  /** How many different subjects there are. */
  long subjects() {
    return requests.values().stream().mapToLong(Hashed::subject).distinct().count();
  }

  /**
   * The codes that requests get for each other's sake, by their position.
   *
   * @see <a href="../../../../../docs/rules.md">R28, R30, R31, R33, R41</a>
   */
  Map<Integer, Set<ReasonCode>> codes(Comparison comparison) {
    Map<Integer, Set<ReasonCode>> codes = new HashMap<>();
    Set<Long> cases = withMore(1, pairs(Hashed::caseNumber, Hashed::subject));
    Set<Long> addresses =
        withMore(
            comparison.limits().recurringAddressSubjects(), pairs(Hashed::address, Hashed::family));
    Set<Long> officers = withMore(comparison.limits().officerLoad(), subjectsOfOfficers());
    Map<Long, Integer> reasons = new HashMap<>();
    requests.values().forEach(one -> reasons.merge(one.reason(), 1, Integer::sum));
    Set<Long> subjects = new HashSet<>();
    requests.forEach(
        (number, one) -> {
          Set<ReasonCode> own = EnumSet.noneOf(ReasonCode.class);
          give(own, ReasonCode.R217_CASE_NUMBER_REUSED, cases.contains(one.caseNumber()));
          give(own, ReasonCode.R216_RECURRING_ADDRESS, addresses.contains(one.address()));
          give(
              own,
              ReasonCode.R218_OFFICER_LOAD,
              one.officers().stream().anyMatch(officers::contains));
          boolean same =
              reasons.getOrDefault(one.reason(), 0) > comparison.limits().sameReasonRequests();
          give(own, ReasonCode.R212_REASON_BOILERPLATE, one.reason() != 0 && same);
          give(own, ReasonCode.R222_DUPLICATE_SUBJECT, !subjects.add(one.subject()));
          own.retainAll(comparison.applied());
          if (!own.isEmpty()) {
            codes.put(number, own);
          }
        });
    return codes;
  }

  private static void give(Set<ReasonCode> codes, ReasonCode code, boolean objects) {
    if (objects) {
      codes.add(code);
    }
  }

  /** One thing of a request. */
  private interface Part {
    long of(Hashed request);
  }

  private Map<Long, Set<Long>> pairs(Part key, Part value) {
    Map<Long, Set<Long>> pairs = new HashMap<>();
    for (Hashed one : requests.values()) {
      if (key.of(one) != 0 && value.of(one) != 0) {
        pairs.computeIfAbsent(key.of(one), first -> new HashSet<>()).add(value.of(one));
      }
    }
    return pairs;
  }

  private Map<Long, Set<Long>> subjectsOfOfficers() {
    Map<Long, Set<Long>> subjects = new HashMap<>();
    for (Hashed one : requests.values()) {
      one.officers()
          .forEach(id -> subjects.computeIfAbsent(id, first -> new HashSet<>()).add(one.subject()));
    }
    return subjects;
  }

  private static Set<Long> withMore(int than, Map<Long, Set<Long>> pairs) {
    Set<Long> keys = new HashSet<>();
    pairs.forEach(
        (key, values) -> {
          if (values.size() > than) {
            keys.add(key);
          }
        });
    return keys;
  }

  /** The codes that the file gets for its requests' sake. */
  Set<ReasonCode> fileCodes(Comparison comparison) {
    Set<ReasonCode> codes = FileVerdict.volume(subjects(), comparison);
    Collection<Set<Long>> loads = subjectsOfOfficers().values();
    int most = loads.stream().mapToInt(Set::size).max().orElse(0);
    if (most > comparison.limits().officerCeiling()
        && comparison.gives(ReasonCode.R219_OFFICER_IMPLAUSIBLE)) {
      codes.add(ReasonCode.R219_OFFICER_IMPLAUSIBLE);
    }
    return codes;
  }
}
