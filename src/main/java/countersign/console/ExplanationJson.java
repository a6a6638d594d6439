package countersign.console;

import countersign.policy.Basis;
import countersign.policy.Explanation;
import countersign.policy.RuleResult;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of every rule for a request in the API: names of fields, never a value. */
@Schema(
    name = "Explanation",
    description =
        "The result of every rule for one request: names of fields, codes and sources, never a value")
record ExplanationJson(
    String fileId,
    String requestId,
    @Schema(description = "REFUSED, HELD, TAKEN or ANSWERED") String state,
    @Schema(description = "Version and hash of the rules that judged it; null: none did")
        @Nullable String ruleSet,
    @Schema(description = "When its file was first received; rules compare dates with this time")
        Instant receivedAt,
    @Schema(description = "In the order of judging") List<Stage> stages,
    @Schema(description = "Codes that a person or a deadline added to those of the rules")
        List<CaseJson.Verdict> beside,
    @Schema(description = "Whether the request may have been looked up") boolean lookedUp,
    @Schema(
            description =
                "Internal result of the look-up, for reviewers, counsel and the privacy officer only; null otherwise")
        @Nullable String innerCode) {

  /** One stage of judging. */
  @Schema(name = "ExplanationStage")
  record Stage(String stage, List<RuleWord> rules) {}

  /** The result of one rule. */
  @Schema(name = "RuleWord")
  record RuleWord(
      @Schema(description = "Id of the rule, or the agreement and its condition") String rule,
      @Schema(description = "STATUTE, COURT, MEMORANDUM, SAFEGUARD or PRUDENCE") Basis basis,
      @Schema(description = "The clause, finding or policy that the rule is based on")
          String source,
      @Schema(description = "What the rule requires") String sentence,
      @Schema(description = "Names of the fields that the rule checks; empty: the file as a whole")
          List<String> fields,
      @Schema(description = "OBJECTED, NO_OBJECTION or NOT_REACHED") RuleResult.RuleOutcome word,
      @Schema(description = "Codes of the rule; empty unless it objected")
          List<CaseJson.Verdict> codes) {
    static RuleWord of(RuleResult result) {
      return new RuleWord(
          result.rule(),
          result.basis(),
          result.source(),
          result.sentence(),
          result.fields(),
          result.outcome(),
          result.codes().stream().map(CaseJson.Verdict::of).toList());
    }
  }

  static ExplanationJson of(Explanations.Explained found, @Nullable String innerCode) {
    Explanation explanation = found.explanation();
    return new ExplanationJson(
        found.key().file().value(),
        found.key().requestId(),
        found.state().name(),
        found.ruleSet(),
        found.receivedAt(),
        explanation.stages().stream()
            .map(one -> new Stage(one.name(), one.results().stream().map(RuleWord::of).toList()))
            .toList(),
        explanation.otherCodes().stream().map(CaseJson.Verdict::of).toList(),
        found.lookedUp(),
        innerCode);
  }
}
