package countersign.policy;

import countersign.request.ReasonCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
  public record Stage(String name, List<Heard> heard) {
    /** Copies the list in. */
    public Stage {
      heard = List.copyOf(heard);
    }
  }

  /**
   * Explains a decision.
   *
   * @param judged whether the file has been judged, be it in vain (F120)
   * @param read whether its requests were read; if not, stage 1, 2 or 3 refused it
   * @param fileCodes the file's stored codes
   * @param requestCodes the request's stored codes; empty if it was not read
   */
  public static Explanation of(
      boolean judged,
      boolean read,
      Collection<ReasonCode> fileCodes,
      Collection<ReasonCode> requestCodes) {
    return of(judged, read, fileCodes, requestCodes, ConditionWords.NONE);
  }

  /**
   * Explains a decision under an agreement that adds conditions.
   *
   * @param conditions what they said
   */
  public static Explanation of(
      boolean judged,
      boolean read,
      Collection<ReasonCode> fileCodes,
      Collection<ReasonCode> requestCodes,
      ConditionWords conditions) {
    boolean known = judged && !fileCodes.contains(ReasonCode.F120_NOT_JUDGED);
    boolean four = known && read;
    boolean five = four && fileCodes.stream().noneMatch(STAGE_FOUR::contains);
    List<Stage> stages = new ArrayList<>();
    stages.add(
        new Stage(
            "Name, envelope and reading",
            OtherRules.READING.stream()
                .map(rule -> heard(rule, known, four ? List.of() : fileCodes))
                .toList()));
    stages.add(new Stage("Header", heard(HeaderRules.all(), four, fileCodes)));
    stages.add(new Stage("This request", heard(RequestRules.all(), five, requestCodes)));
    stages.addAll(added(conditions.heard(five)));
    Set<ReasonCode> both = new HashSet<>(fileCodes);
    both.addAll(requestCodes);
    stages.add(
        new Stage(
            "Among other requests, and now",
            OtherRules.WHOLE.stream()
                .map(rule -> heard(rule, five && isAsked(rule, both), both))
                .toList()));
    return new Explanation(stages, beside(stages, both));
  }

  /** Most agreements add nothing. */
  private static List<Stage> added(List<Heard> heard) {
    return heard.isEmpty()
        ? List.of()
        : List.of(new Stage("Conditions that the agreement adds", heard));
  }

  /** A rule that nothing applies yet has no objection to make, and must not seem to agree. */
  private static boolean isAsked(OtherRules.Named rule, Set<ReasonCode> stored) {
    return !OtherRules.NOT_APPLIED.containsAll(rule.codes())
        || rule.codes().stream().anyMatch(stored::contains);
  }

  private static <S, C> List<Heard> heard(
      List<Rule<S, C>> rules, boolean reached, Collection<ReasonCode> codes) {
    return rules.stream()
        .map(
            rule -> {
              List<ReasonCode> said = said(rule.codes(), reached, codes);
              return new Heard(
                  rule.id(),
                  rule.basis(),
                  rule.source(),
                  rule.sentence(),
                  rule.fields(),
                  word(reached, said),
                  said);
            })
        .toList();
  }

  private static Heard heard(OtherRules.Named rule, boolean reached, Collection<ReasonCode> codes) {
    List<ReasonCode> said = said(rule.codes(), reached, codes);
    return new Heard(
        rule.id(),
        rule.basis(),
        rule.source(),
        rule.sentence(),
        rule.fields(),
        word(reached, said),
        said);
  }

  private static List<ReasonCode> said(
      List<ReasonCode> able, boolean reached, Collection<ReasonCode> codes) {
    return reached ? able.stream().filter(codes::contains).toList() : List.of();
  }

  private static Heard.Word word(boolean reached, List<ReasonCode> said) {
    if (!reached) {
      return Heard.Word.NOT_REACHED;
    }
    return said.isEmpty() ? Heard.Word.NO_OBJECTION : Heard.Word.OBJECTED;
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
