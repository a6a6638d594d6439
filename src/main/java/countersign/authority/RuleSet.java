package countersign.authority;

import countersign.crypto.Sha256;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The rules in force, one set for the whole gateway. To change them takes a new version with a
 * reason and two people's signatures.
 *
 * @param version version of the set
 * @param sha256 SHA-256 of the document, lower-case hexadecimal
 * @param effective first day in force
 * @param because reason for this version
 * @param limits limits that belong to no agreement
 * @param rules the rules, in the document's order
 * @see <a href="../../../../../docs/rules.md">rule R10</a>
 */
public record RuleSet(
    String version,
    String sha256,
    LocalDate effective,
    String because,
    RuleLimits limits,
    List<Rule> rules) {
  private static final int HASH_DIGITS = 16;

  /** Makes an immutable copy of the list. */
  public RuleSet {
    rules = List.copyOf(rules);
  }

  /**
   * The identifier that is stored with every decision: the version and the beginning of a hash. The
   * hash is the document's own as long as no agreement adds a condition.
   */
  String ruleSet(Collection<Agreement> agreements) {
    StringBuilder conditions = new StringBuilder();
    agreements.stream()
        .sorted(Comparator.comparing(Agreement::id))
        .forEach(one -> one.conditions().forEach(added -> write(conditions, one, added)));
    String hash = conditions.isEmpty() ? sha256 : Sha256.hex(sha256 + conditions);
    return version + "+" + hash.substring(0, HASH_DIGITS);
  }

  /** Writes each text with its length, so that two different lists never give the same result. */
  private static void write(StringBuilder out, Agreement agreement, Condition added) {
    for (String part :
        List.of(
            agreement.id(),
            added.id(),
            added.because(),
            added.tier().name(),
            added.when().toString())) {
      out.append('\n').append(part.length()).append(' ').append(part);
    }
  }

  /**
   * True if the rule applies on this day, that is on or after its first day. A rule that the set
   * does not name applies too, so that deleting a line switches nothing off.
   */
  public boolean inForce(String id, LocalDate day) {
    return rules.stream()
        .filter(rule -> rule.id().equals(id))
        .noneMatch(rule -> day.isBefore(rule.effective()));
  }

  /**
   * The same rules, each in force on every day. Only for comparing, never for running the gateway.
   */
  public RuleSet everyDay() {
    return new RuleSet(
        version,
        sha256,
        LocalDate.MIN,
        because,
        limits,
        rules.stream().map(rule -> new Rule(rule.id(), LocalDate.MIN, rule.because())).toList());
  }

  /**
   * One rule.
   *
   * @param id such as {@code R22}
   * @param effective first day on which it applies
   * @param because the clause, order or policy it rests on
   */
  public record Rule(String id, LocalDate effective, String because) {}

  /**
   * Limits of rules that do not depend on the agreement.
   *
   * @param finalOrderDays whole days that must have passed since the final order, R35
   * @param lookBackDays number of days back to which requests and refused files are compared, R20,
   *     R28, R31, R41
   * @param repeatedSubjectRequests number of requests for one subject with different addresses from
   *     which on R224 is given
   * @param signatureAgeDays greatest age of a file's signature, days, R5
   * @param clockToleranceMinutes minutes by which a partner's clock may be ahead
   */
  public record RuleLimits(
      int finalOrderDays,
      int lookBackDays,
      int repeatedSubjectRequests,
      int signatureAgeDays,
      int clockToleranceMinutes) {}
}
