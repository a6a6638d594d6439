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
 * @param otherCodes stored codes that no rule gave, such as a person's decision or an expired time
 *     limit
 */
public record Explanation(List<Stage> stages, List<ReasonCode> otherCodes) {
  private static final List<Early> EARLY =
      List.of(
          new Early("1 Name and history", EnvelopeAndFileRules.NAME),
          new Early("2 Envelope", EnvelopeAndFileRules.ENVELOPE),
          new Early("3 Reading", EnvelopeAndFileRules.READING));

  private static final Set<ReasonCode> STAGE_FOUR = stageFour();

  /** Makes unmodifiable copies of the lists. */
  public Explanation {
    stages = List.copyOf(stages);
    otherCodes = List.copyOf(otherCodes);
  }

  /**
   * One stage of judging.
   *
   * @param name name for display
   * @param results results of its rules
   */
  public record Stage(String name, List<RuleResult> results) {
    /** Makes an unmodifiable copy of the list. */
    public Stage {
      results = List.copyOf(results);
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
    List<Stage> stages = new ArrayList<>(beforeHeader(stored, known));
    Judging header = new Judging(stored, four, fileCodes);
    List<RuleResult> headerResults = new ArrayList<>();
    HeaderRules.all().forEach(rule -> headerResults.add(header.of(rule)));
    EnvelopeAndFileRules.RESUBMISSION.forEach(rule -> headerResults.add(header.of(rule)));
    stages.add(new Stage("4 Header", headerResults));
    Judging request = new Judging(stored, five, stored.requestCodes());
    stages.add(new Stage("5a This request", RequestRules.all().stream().map(request::of).toList()));
    List<Stage> added = added(conditions.results(five));
    stages.addAll(added);
    Judging whole = new Judging(stored, five, both);
    stages.add(
        new Stage(
            (added.isEmpty() ? "5b" : "5c") + " Compared with other requests, and current blocks",
            EnvelopeAndFileRules.WHOLE.stream().map(whole::of).toList()));
    return new Explanation(stages, unclaimed(stages, both));
  }

  /** Stages 1 to 3; a stage is reached if the ones before gave no code. */
  private static List<Stage> beforeHeader(Stored stored, boolean known) {
    List<Stage> stages = new ArrayList<>();
    boolean reached = known;
    for (Early early : EARLY) {
      Set<ReasonCode> able = EnumSet.noneOf(ReasonCode.class);
      early.rules.forEach(rule -> able.addAll(rule.codes()));
      boolean refused = !stored.read() && stored.fileCodes().stream().anyMatch(able::contains);
      Judging judging = new Judging(stored, reached, refused ? stored.fileCodes() : List.of());
      stages.add(new Stage(early.title, early.rules.stream().map(judging::of).toList()));
      reached &= !refused;
    }
    return stages;
  }

  /** A stage before the header is judged. */
  private record Early(String title, List<EnvelopeAndFileRules.Named> rules) {}

  /** Most agreements add nothing. */
  private static List<Stage> added(List<RuleResult> results) {
    return results.isEmpty()
        ? List.of()
        : List.of(new Stage("5b Conditions of the agreement", results));
  }

  /** Computes the results of one stage's rules. */
  private record Judging(Stored stored, boolean reached, Collection<ReasonCode> codes) {
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
    stages.forEach(stage -> stage.results().forEach(one -> one.codes().forEach(rest::remove)));
    return List.copyOf(rest);
  }

  private static Set<ReasonCode> stageFour() {
    Set<ReasonCode> codes = EnumSet.of(ReasonCode.F115_UNCURED_RESUBMISSION);
    HeaderRules.all().forEach(rule -> codes.addAll(rule.codes()));
    return Set.copyOf(codes);
  }
}
