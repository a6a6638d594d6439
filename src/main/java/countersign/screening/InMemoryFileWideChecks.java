package countersign.screening;

import countersign.request.ReasonCode;
import countersign.request.Request;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;

/**
 * Rules that compare the requests of one file with each other, for whoever has the file and no
 * database: what the gateway's set queries say of a file that is the first it ever saw. Holds no
 * value of a request, only hashes under a salt of its own, some fifty bytes a request. Thread-safe
 * while requests are added.
 */
public final class InMemoryFileWideChecks {
  private final RequestIdSet hashes = new RequestIdSet();
  private final HashColumn subjects = new HashColumn();
  private final HashColumn caseNumbers = new HashColumn();
  private final HashColumn addresses = new HashColumn();
  private final HashColumn families = new HashColumn();
  private final HashColumn reasons = new HashColumn();

  /** Which set of officers, from 1; most requests of a file name one of a few. */
  private final HashColumn officers = new HashColumn();

  private final List<List<Long>> officerSets = new ArrayList<>();
  private final Map<List<Long>, Integer> known = new HashMap<>();

  /**
   * Takes one request, in any order.
   *
   * @param number position in the file, from 1
   */
  public void add(int number, Request request) {
    MatchKeys compared = MatchKeys.of(request);
    long subject = hash(compared.subject());
    long caseNumber = hash(compared.caseNumber());
    long address = hash(compared.address());
    long family = hash(compared.family());
    long reason = hash(compared.reason());
    List<Long> named = compared.officers().stream().map(this::hash).toList();
    synchronized (subjects) {
      subjects.set(number, subject);
      caseNumbers.set(number, caseNumber);
      addresses.set(number, address);
      families.set(number, family);
      reasons.set(number, reason);
      officers.set(number, setOf(named));
    }
  }

  private long setOf(List<Long> named) {
    return known.computeIfAbsent(
        named,
        one -> {
          officerSets.add(one);
          return officerSets.size();
        });
  }

  private List<Long> officersOf(int number) {
    return officerSets.get((int) officers.get(number) - 1);
  }

  private long hash(String form) {
    return form.isEmpty() ? 0 : hashes.hash(form);
  }

  /** How many different subjects there are. */
  public long subjects() {
    return subjects.different();
  }

  /**
   * Tells the codes that requests get for each other's sake, and their position.
   *
   * @see <a href="../../../../../docs/rules.md">R28, R30, R31, R33, R41</a>
   */
  void codes(FileWideLimits comparison, ObjIntConsumer<Set<ReasonCode>> tell) {
    Set<Long> cases = caseNumbers.besideMoreThan(1, subjects);
    Set<Long> recurring =
        addresses.besideMoreThan(comparison.limits().recurringAddressSubjects(), families);
    Set<Long> overloaded = loads().withMoreThan(comparison.limits().officerLoad());
    Set<Long> same = reasons.inMoreThan(comparison.limits().sameReasonRequests());
    RequestIdSet seen = new RequestIdSet();
    for (int number = 1; number < subjects.end(); number++) {
      if (subjects.get(number) != 0) {
        Set<ReasonCode> own = EnumSet.noneOf(ReasonCode.class);
        boolean loaded = officersOf(number).stream().anyMatch(overloaded::contains);
        boolean again = !seen.add(subjects.get(number));
        give(own, ReasonCode.R217_CASE_NUMBER_REUSED, cases.contains(caseNumbers.get(number)));
        give(own, ReasonCode.R216_RECURRING_ADDRESS, recurring.contains(addresses.get(number)));
        give(own, ReasonCode.R218_OFFICER_LOAD, loaded);
        give(own, ReasonCode.R212_REASON_BOILERPLATE, same.contains(reasons.get(number)));
        give(own, ReasonCode.R222_DUPLICATE_SUBJECT, again);
        own.retainAll(comparison.applied());
        if (!own.isEmpty()) {
          tell.accept(own, number);
        }
      }
    }
  }

  private static void give(Set<ReasonCode> codes, ReasonCode code, boolean objects) {
    if (objects) {
      codes.add(code);
    }
  }

  /** Subjects of each officer. */
  private HashColumn.Pairs loads() {
    HashColumn.Pairs loads = new HashColumn.Pairs();
    for (int at = 1; at < subjects.end(); at++) {
      if (subjects.get(at) != 0) {
        for (long officer : officersOf(at)) {
          loads.add(officer, subjects.get(at));
        }
      }
    }
    return loads;
  }

  /** The codes that the file gets for its requests' sake. */
  Set<ReasonCode> fileCodes(FileWideLimits comparison) {
    Set<ReasonCode> codes = FileOutcome.volume(subjects(), comparison);
    if (comparison.gives(ReasonCode.R219_OFFICER_IMPLAUSIBLE)
        && !loads().withMoreThan(comparison.limits().officerCeiling()).isEmpty()) {
      codes.add(ReasonCode.R219_OFFICER_IMPLAUSIBLE);
    }
    return codes;
  }
}
