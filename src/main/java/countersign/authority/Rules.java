package countersign.authority;

import countersign.request.Sha256;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The rules in force, one set for the whole gateway. Changing them takes a new version with a
 * reason and two people's signatures.
 *
 * @param version of the set
 * @param sha256 of the document, lower-case hex
 * @param effective first day of the set
 * @param because why this version
 * @param limits numbers that belong to no agreement
 * @param rules each rule, in the document's order
 * @see <a href="../../../../../docs/rules.md">rule R10</a>
 */
public record Rules(
    String version,
    String sha256,
    LocalDate effective,
    String because,
    RuleLimits limits,
    List<Rule> rules) {
  private static final int HASH_DIGITS = 16;

  /** Copies the list in. */
  public Rules {
    rules = List.copyOf(rules);
  }

  /**
   * What is stored with every decision: the version and the beginning of a hash, which is the
   * document's own as long as no agreement adds a condition.
   */
  String ruleSet(Collection<Agreement> agreements) {
    StringBuilder conditions = new StringBuilder();
    agreements.stream()
        .sorted(Comparator.comparing(Agreement::id))
        .forEach(one -> one.conditions().forEach(added -> write(conditions, one, added)));
    String hash = conditions.isEmpty() ? sha256 : Sha256.hex(sha256 + conditions);
    return version + "+" + hash.substring(0, HASH_DIGITS);
  }

  /** Each text with its length, so that no two lists are written alike. */
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
   * Whether the rule of that id is applied on that day: not before its first day. A rule that the
   * set does not name is, so that leaving a line out switches nothing off.
   */
  public boolean inForce(String id, LocalDate day) {
    return rules.stream()
        .filter(rule -> rule.id().equals(id))
        .noneMatch(rule -> day.isBefore(rule.effective()));
  }

  /** The same rules as if all had been in force for ever: for comparing, never for running. */
  public Rules everyDay() {
    return new Rules(
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
   * @param effective first day on which it is applied
   * @param because the clause, order or policy it rests on
   */
  public record Rule(String id, LocalDate effective, String because) {}

  /**
   * Numbers of rules that hold whatever the agreement.
   *
   * @param finalOrderDays whole days that must have passed since the final order, R35
   * @param lookBackDays how far back other requests and refused files are compared, R20, R28, R31,
   *     R41
   * @param repeatedSubjectRequests R224 from this request for one subject with another address
   * @param signatureAgeDays age of a file's signature at most, R5
   * @param clockToleranceMinutes how far ahead a partner's clock may be
   */
  public record RuleLimits(
      int finalOrderDays,
      int lookBackDays,
      int repeatedSubjectRequests,
      int signatureAgeDays,
      int clockToleranceMinutes) {}
}
