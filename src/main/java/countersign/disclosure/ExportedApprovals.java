package countersign.disclosure;

import countersign.approval.ApprovalStep;
import countersign.authority.Enrolment;
import countersign.authority.Enrolment.Enrolled;
import countersign.crypto.Sha256;
import countersign.request.Environment;
import countersign.request.Verb;
import countersign.statement.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decisions on one request that left the gateway with their signatures: what can be said about them
 * from their bytes and the register alone. Stops, expiry and the rules are not seen from here.
 */
public final class ExportedApprovals {
  private static final Set<String> ENDING =
      Set.of(Verb.DECLINE.name(), Verb.RECONSIDER.name(), Verb.LIFT.name());

  private final List<String> sentences = new ArrayList<>();
  private final List<Checked> approvals = new ArrayList<>();
  private final List<ExportContradictions.Said> all = new ArrayList<>();
  private final List<Statement> verified = new ArrayList<>();

  /**
   * An exported decision.
   *
   * @param isVoid whether the gateway says that it counts no longer
   */
  public record Decision(byte[] statement, byte[] signature, String keyId, boolean isVoid) {}

  private record Checked(Statement said, byte[] signature, Enrolled who) {}

  /**
   * Checks decisions.
   *
   * @param register the register, as it counts in an environment
   */
  public ExportedApprovals(List<Decision> decisions, Function<Environment, Enrolment> register) {
    decisions.forEach(one -> check(one, register));
  }

  private void check(Decision decision, Function<Environment, Enrolment> register) {
    Statement said = parsed(decision.statement());
    if (said == null) {
      sentences.add("A decision is not a statement of a gateway, and does not count.");
      return;
    }
    all.add(
        new ExportContradictions.Said(said, Sha256.hex(decision.signature()), decision.isVoid()));
    Optional<Enrolled> who =
        environment(said).map(register).flatMap(people -> signer(people, said, decision));
    if (who.isEmpty()) {
      sentences.add(
          "%s of %s by %s at %s: its signature is not by a key that the register lists for this person at that time."
              .formatted(said.step(), said.place().request(), said.signer().person(), said.at()));
      return;
    }
    sentences.add(sentence(said, who.get(), decision.isVoid()));
    verified.add(said);
    if (!decision.isVoid()) {
      approvals.add(new Checked(said, decision.signature(), who.get()));
    }
  }

  private static String sentence(Statement said, Enrolled who, boolean isVoid) {
    return "%s of %s by %s at %s, signed with a %s, draft %s%s."
        .formatted(
            said.step(),
            said.place().request(),
            who.person().name(),
            said.at(),
            who.key().kind().name().toLowerCase(java.util.Locale.ROOT),
            said.draftSha256(),
            isVoid ? "; the gateway counts it no longer" : "");
  }

  private static @Nullable Statement parsed(byte[] bytes) {
    try {
      return Statement.parse(bytes);
    } catch (IllegalArgumentException noStatement) {
      return null;
    }
  }

  private static Optional<Environment> environment(Statement said) {
    return Arrays.stream(Environment.values())
        .filter(one -> one.name().equals(said.place().environment()))
        .findFirst();
  }

  private static Optional<Enrolled> signer(Enrolment people, Statement said, Decision decision) {
    return people
        .of(decision.keyId())
        .filter(who -> who.verifies(decision.statement(), decision.signature()))
        .filter(who -> who.person().id().equals(said.signer().person()))
        .filter(who -> who.key().account().equals(said.signer().account()))
        .filter(who -> said.signer().enrolment() <= people.serial())
        .filter(who -> who.inForceAt(said.at()))
        .filter(who -> mayTake(who, said.step()));
  }

  private static boolean mayTake(Enrolled who, String step) {
    return Arrays.stream(ApprovalStep.values())
        .filter(one -> one.name().equals(step))
        .allMatch(one -> who.person().roles().contains(one.role()));
  }

  /** One sentence for each decision. */
  public List<String> sentences() {
    return List.copyOf(sentences);
  }

  /**
   * Whether two different people approved the same draft, the second saw the first approval, each
   * statement occurs once, and no exported denial, reconsideration or lift is newer.
   */
  public boolean areTwo() {
    return approvals.stream()
        .filter(first -> first.said().step().equals(ApprovalStep.ENDORSE.name()) && stands(first))
        .anyMatch(
            first ->
                approvals.stream()
                    .filter(one -> one.said().step().equals(ApprovalStep.COUNTERSIGN.name()))
                    .anyMatch(second -> stands(second) && belong(first, second)));
  }

  /** Whether the statement occurs once, and no denial, reconsideration or lift is newer. */
  private boolean stands(Checked approval) {
    Statement said = approval.said();
    return verified.stream().filter(one -> one.hash().equals(said.hash())).count() == 1
        && verified.stream()
            .filter(one -> ENDING.contains(one.step()))
            .noneMatch(end -> said.at().isBefore(end.at()));
  }

  private static boolean belong(Checked first, Checked second) {
    Statement one = first.said();
    Statement two = second.said();
    return one.place().equals(two.place())
        && one.draftGeneration() == two.draftGeneration()
        && one.draftSha256().equals(two.draftSha256())
        && one.officers().equals(two.officers())
        && one.answers().areBothNo()
        && two.answers().areBothNo()
        && Sha256.hex(first.signature()).equals(two.about().firstSignature())
        && !first.who().isSamePersonAs(second.who());
  }

  /** One sentence for each pair of decisions that cannot both be true. */
  public List<String> contradictions() {
    return ExportContradictions.in(all);
  }

  /** What such an export proves and what only the ledger knows, in plain words. */
  public static List<String> limits() {
    return List.of(
        "It proves: the named people signed exactly these statements, with keys that the register lists, and each statement names its time.",
        "It does not prove that the export is complete. Whether an approval expired, was denied or was ended later, whether a stop or veto stood, and whether anything was sent, only the ledger knows: run ledger verify with a checkpoint that was kept elsewhere.");
  }

  /** The result in one sentence. */
  public String verdict() {
    return areTwo()
        ? "Two different people approved the same draft for the same officers. A denial that the export leaves out is not seen here: the ledger has it."
        : "There are no approvals of the same draft by two different people.";
  }
}
