package countersign.policy;

import countersign.request.ReasonCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The result of every rule for one request, computed only from the codes stored with the decision.
 * It needs no value of the request, so it cannot show one, and later changes to a rule do not
 * matter. Results after a look-up are not included: partners see the same code for every reason not
 * to disclose.
 *
 * @param stages every rule, by stage, in the order of judging
 * @param beside stored codes that no rule gave, such as a person's decision or an expired time
 *     limit
 */
public record Explanation(List<Stage> stages, List<ReasonCode> beside) {
  private static final Set<ReasonCode> STAGE_FOUR = stageFour();

  /** Makes unmodifiable copies of the lists. */
  public Explanation {
    stages = List.copyOf(stages);
    beside = List.copyOf(beside);
  }

  /**
   * One stage of judging.
   *
   * @param name name for display
   * @param heard results of its rules
   */
  public record Stage(String name, List<RuleResult> heard) {
    /** Makes an unmodifiable copy of the list. */
    public Stage {
      heard = List.copyOf(heard);
    }
  }

  /**
   * The stored data of a decision.
   *
   * @param judged whether the gateway has tried to judge the file, even without success (F120)
   * @param read whether the requests were read; if not, stage 1, 2 or 3 refused the file
   * @param fileCodes the file's codes
   * @param requestCodes the request's codes; empty if it was not read
   * @param applied ids of the rules that were in force; null if no rules were applied
   */
  public record Stored(
      boolean judged,
      boolean read,
      Collection<ReasonCode> fileCodes,
      Collection<ReasonCode> requestCodes,
      @Nullable Collection<String> applied) {

    /**
     * Whether the rule was in force; a rule that was not must not be shown as without objection.
     */
    boolean isInForce(String rule) {
      return applied == null
          || applied.contains(rule)
          || EnvelopeAndFileRules.ALWAYS.contains(rule);
    }
  }

  /** Explains a decision under an agreement that adds no conditions. */
  public static Explanation of(Stored stored) {
    return of(stored, ConditionResults.NONE);
  }

  /**
   * Explains a decision.
   *
   * @param conditions results of the agreement's own conditions
   */
  public static Explanation of(Stored stored, ConditionResults conditions) {
    Collection<ReasonCode> fileCodes = stored.fileCodes();
    boolean known = stored.judged() && !fileCodes.contains(ReasonCode.F120_NOT_JUDGED);
    boolean four = known && stored.read();
    boolean five = four && fileCodes.stream().noneMatch(STAGE_FOUR::contains);
    Set<ReasonCode> both = new HashSet<>(fileCodes);
    both.addAll(stored.requestCodes());
    Hearing before = new Hearing(stored, known, four ? List.of() : fileCodes);
    Hearing header = new Hearing(stored, four, fileCodes);
    Hearing request = new Hearing(stored, five, stored.requestCodes());
    Hearing resubmission = new Hearing(stored, four, both);
    Hearing whole = new Hearing(stored, five, both);
    List<Stage> stages = new ArrayList<>();
    stages.add(
        new Stage(
            "Name, envelope and reading",
            EnvelopeAndFileRules.READING.stream().map(before::of).toList()));
    stages.add(new Stage("Header", HeaderRules.all().stream().map(header::of).toList()));
    stages.add(new Stage("This request", RequestRules.all().stream().map(request::of).toList()));
    stages.addAll(added(conditions.results(five)));
    stages.add(
        new Stage(
            "Compared with other requests, and current blocks",
            EnvelopeAndFileRules.WHOLE.stream()
                .map(rule -> (isOfStageFour(rule) ? resubmission : whole).of(rule))
                .toList()));
    return new Explanation(stages, unclaimed(stages, both));
  }

  /** Most agreements add nothing. */
  private static List<Stage> added(List<RuleResult> heard) {
    return heard.isEmpty() ? List.of() : List.of(new Stage("Conditions of the agreement", heard));
  }

  private static boolean isOfStageFour(EnvelopeAndFileRules.Named rule) {
    return STAGE_FOUR.containsAll(rule.codes());
  }

  /** Computes the results of one stage's rules. */
  private record Hearing(Stored stored, boolean reached, Collection<ReasonCode> codes) {
    RuleResult of(Rule<?, ?> rule) {
      return of(
          new EnvelopeAndFileRules.Named(
              rule.id(),
              rule.basis(),
              rule.source(),
              rule.sentence(),
              rule.fields(),
              rule.codes()));
    }

    RuleResult of(EnvelopeAndFileRules.Named rule) {
      List<ReasonCode> given = givenCodes(rule.codes(), reached, codes);
      return new RuleResult(
          rule.id(),
          rule.basis(),
          rule.source(),
          rule.sentence(),
          rule.fields(),
          outcome(reached, stored.isInForce(rule.id()), given),
          given);
    }
  }

  private static List<ReasonCode> givenCodes(
      List<ReasonCode> able, boolean reached, Collection<ReasonCode> codes) {
    return reached ? able.stream().filter(codes::contains).toList() : List.of();
  }

  private static RuleResult.RuleOutcome outcome(
      boolean reached, boolean inForce, List<ReasonCode> given) {
    if (!given.isEmpty()) {
      return RuleResult.RuleOutcome.OBJECTED;
    }
    if (!reached) {
      return RuleResult.RuleOutcome.NOT_REACHED;
    }
    return inForce ? RuleResult.RuleOutcome.NO_OBJECTION : RuleResult.RuleOutcome.NOT_IN_FORCE;
  }

  private static List<ReasonCode> unclaimed(List<Stage> stages, Set<ReasonCode> stored) {
    Set<ReasonCode> rest = EnumSet.noneOf(ReasonCode.class);
    rest.addAll(stored);
    stages.forEach(stage -> stage.heard().forEach(one -> one.said().forEach(rest::remove)));
    return List.copyOf(rest);
  }

  private static Set<ReasonCode> stageFour() {
    Set<ReasonCode> codes = EnumSet.of(ReasonCode.F115_UNCURED_RESUBMISSION);
    HeaderRules.all().forEach(rule -> codes.addAll(rule.codes()));
    return Set.copyOf(codes);
  }
}
