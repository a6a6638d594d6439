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
 * Rules that compare the requests of one file with each other in memory, without a database. The
 * result equals that of the gateway's SQL queries for a file without earlier files. Stores no
 * values of requests, only salted hashes, about fifty bytes for each request. Thread-safe while
 * requests are added.
 */
public final class InMemoryFileWideChecks {
  private final RequestIdSet hashes = new RequestIdSet();
  private final HashColumn subjects = new HashColumn();
  private final HashColumn caseNumbers = new HashColumn();
  private final HashColumn addresses = new HashColumn();
  private final HashColumn families = new HashColumn();
  private final HashColumn reasons = new HashColumn();

  /** Index of the request's set of officers, from 1; a file usually contains few different sets. */
  private final HashColumn officers = new HashColumn();

  private final List<List<Long>> officerSets = new ArrayList<>();
  private final Map<List<Long>, Integer> known = new HashMap<>();

  /**
   * Adds one request; the order does not matter.
   *
   * @param number position in the file, from 1
   */
  public void add(int number, Request request) {
    MatchKeys keys = MatchKeys.of(request);
    long subject = hash(keys.subject());
    long caseNumber = hash(keys.caseNumber());
    long address = hash(keys.address());
    long family = hash(keys.family());
    long reason = hash(keys.reason());
    List<Long> named = keys.officers().stream().map(this::hash).toList();
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

  /** Number of distinct subjects. */
  public long subjects() {
    return subjects.different();
  }

  /**
   * Computes the codes that requests receive because of other requests, and passes them on with the
   * position of the request.
   *
   * @see <a href="../../../../../docs/rules.md">R28, R30, R31, R33, R41</a>
   */
  void codes(FileLimits fileWideLimits, ObjIntConsumer<Set<ReasonCode>> consumer) {
    Set<Long> cases = caseNumbers.valuesWithMoreThan(1, subjects);
    Set<Long> recurring =
        addresses.valuesWithMoreThan(fileWideLimits.limits().recurringAddressSubjects(), families);
    Set<Long> overloaded = loads().withMoreThan(fileWideLimits.limits().officerLoad());
    Set<Long> same = reasons.valuesInMoreThan(fileWideLimits.limits().sameReasonRequests());
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
        own.retainAll(fileWideLimits.applied());
        if (!own.isEmpty()) {
          consumer.accept(own, number);
        }
      }
    }
  }

  private static void give(Set<ReasonCode> codes, ReasonCode code, boolean objects) {
    if (objects) {
      codes.add(code);
    }
  }

  /** Pairs of officers and their subjects. */
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

  /** Codes that the file receives because of its requests. */
  Set<ReasonCode> fileCodes(FileLimits fileWideLimits) {
    Set<ReasonCode> codes = FileOutcome.volume(subjects(), fileWideLimits);
    if (fileWideLimits.gives(ReasonCode.R219_OFFICER_IMPLAUSIBLE)
        && !loads().withMoreThan(fileWideLimits.limits().officerCeiling()).isEmpty()) {
      codes.add(ReasonCode.R219_OFFICER_IMPLAUSIBLE);
    }
    return codes;
  }
}
