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
 * Every rule's word on one request, from the codes that were stored with the decision and from
 * nothing else: no value of the request is needed, so none can be shown, and a rule changed since
 * changes nothing. What follows a look-up is not in it: outside there is one code for every no.
 *
 * @param stages every rule, stage by stage in the order of judging
 * @param beside stored codes that no rule claims: what a person or a clock decided
 */
public record Explanation(List<Stage> stages, List<ReasonCode> beside) {
  private static final Set<ReasonCode> STAGE_FOUR = stageFour();

  /** Copies the lists in. */
  public Explanation {
    stages = List.copyOf(stages);
    beside = List.copyOf(beside);
  }

  /**
   * One stage of judging.
   *
   * @param name in words
   * @param heard its rules
   */
  public record Stage(String name, List<RuleResult> heard) {
    /** Copies the list in. */
    public Stage {
      heard = List.copyOf(heard);
    }
  }

  /**
   * What is stored of a decision.
   *
   * @param judged whether the file has been judged, be it in vain (F120)
   * @param read whether its requests were read; if not, stage 1, 2 or 3 refused it
   * @param fileCodes the file's codes
   * @param requestCodes the request's codes; empty if it was not read
   * @param applied ids of the rules that were in force; null: rules did not judge it
   */
  public record Stored(
      boolean judged,
      boolean read,
      Collection<ReasonCode> fileCodes,
      Collection<ReasonCode> requestCodes,
      @Nullable Collection<String> applied) {

    /** A rule that was not in force has no objection to make, and must not seem to agree. */
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
   * @param conditions what the agreement's own conditions said
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
    stages.addAll(added(conditions.heard(five)));
    stages.add(
        new Stage(
            "Compared with other requests, and current blocks",
            EnvelopeAndFileRules.WHOLE.stream()
                .map(rule -> (isOfStageFour(rule) ? resubmission : whole).of(rule))
                .toList()));
    return new Explanation(stages, beside(stages, both));
  }

  /** Most agreements add nothing. */
  private static List<Stage> added(List<RuleResult> heard) {
    return heard.isEmpty() ? List.of() : List.of(new Stage("Conditions of the agreement", heard));
  }

  private static boolean isOfStageFour(EnvelopeAndFileRules.Named rule) {
    return STAGE_FOUR.containsAll(rule.codes());
  }

  /** Asks the rules of one stage for their word. */
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
      List<ReasonCode> said = said(rule.codes(), reached, codes);
      return new RuleResult(
          rule.id(),
          rule.basis(),
          rule.source(),
          rule.sentence(),
          rule.fields(),
          word(reached, stored.isInForce(rule.id()), said),
          said);
    }
  }

  private static List<ReasonCode> said(
      List<ReasonCode> able, boolean reached, Collection<ReasonCode> codes) {
    return reached ? able.stream().filter(codes::contains).toList() : List.of();
  }

  private static RuleResult.RuleOutcome word(
      boolean reached, boolean inForce, List<ReasonCode> said) {
    if (!said.isEmpty()) {
      return RuleResult.RuleOutcome.OBJECTED;
    }
    if (!reached) {
      return RuleResult.RuleOutcome.NOT_REACHED;
    }
    return inForce ? RuleResult.RuleOutcome.NO_OBJECTION : RuleResult.RuleOutcome.NOT_IN_FORCE;
  }

  private static List<ReasonCode> beside(List<Stage> stages, Set<ReasonCode> stored) {
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
