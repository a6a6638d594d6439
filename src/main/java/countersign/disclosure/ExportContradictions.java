package countersign.disclosure;

import countersign.approval.ApprovalStep;
import countersign.statement.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds decisions of one export that cannot all be true. It sees only what the export contains: of
 * a decision that was left out together with everything that refers to it, it knows nothing.
 */
final class ExportContradictions {
  private static final String DECLINE = "DECLINE";
  private static final String LIFT = "LIFT";
  private static final String RECONSIDER = "RECONSIDER";

  private final List<Said> all;
  private final List<String> found = new ArrayList<>();

  private ExportContradictions(List<Said> all) {
    this.all = all;
  }

  /**
   * An exported decision.
   *
   * @param signatureSha256 SHA-256 of its signature, hexadecimal
   * @param isVoid whether the export says that it counts no longer
   */
  record Said(Statement said, String signatureSha256, boolean isVoid) {
    private boolean is(String step) {
      return said.step().equals(step);
    }

    private boolean countsAs(ApprovalStep step) {
      return !isVoid && is(step.name());
    }

    private boolean isCountedApproval() {
      return countsAs(ApprovalStep.ENDORSE) || countsAs(ApprovalStep.COUNTERSIGN);
    }

    private String words() {
      return "%s by %s at %s".formatted(said.step(), said.signer().person(), said.at());
    }
  }

  /** One sentence for each contradiction. */
  static List<String> in(List<Said> decisions) {
    ExportContradictions one = new ExportContradictions(List.copyOf(decisions));
    one.places();
    one.repetitions();
    one.all.forEach(one::references);
    one.all.stream().filter(said -> said.is(DECLINE)).forEach(one::denial);
    one.all.stream().filter(Said::isCountedApproval).forEach(one::lifts);
    return List.copyOf(one.found);
  }

  private void places() {
    if (all.stream().map(one -> one.said().place()).distinct().count() > 1) {
      found.add("The decisions are about different requests.");
    }
  }

  private void repetitions() {
    Set<String> seen = new HashSet<>();
    for (Said one : all) {
      if (!seen.add(one.said().hash())) {
        found.add("%s occurs twice.".formatted(one.words()));
      }
    }
    for (ApprovalStep step : ApprovalStep.values()) {
      if (all.stream().filter(one -> one.countsAs(step)).count() > 1) {
        found.add("Two decisions %s count at the same time.".formatted(step));
      }
    }
  }

  /** What a decision refers to must be in the export, and earlier. */
  private void references(Said one) {
    String first = one.said().about().firstSignature();
    boolean refersToNothing =
        first != null
            && all.stream()
                .noneMatch(
                    other ->
                        other.is(ApprovalStep.ENDORSE.name())
                            && other.signatureSha256().equals(first)
                            && !other.said().at().isAfter(one.said().at()));
    String lifted = one.said().about().lifted();
    boolean liftsNothing =
        (one.is(LIFT) || one.is(RECONSIDER))
            && all.stream()
                .noneMatch(other -> other.is(DECLINE) && other.said().hash().equals(lifted));
    if (refersToNothing || liftsNothing) {
      found.add("%s refers to a decision that the export lacks.".formatted(one.words()));
    }
  }

  /** A denial ends every approval, and only a lift ends the denial. */
  private void denial(Said denial) {
    boolean lifted =
        all.stream()
            .anyMatch(
                one -> one.is(LIFT) && denial.said().hash().equals(one.said().about().lifted()));
    boolean approved = all.stream().anyMatch(Said::isCountedApproval);
    if (!lifted && (approved || denial.isVoid())) {
      found.add(
          "%s was lifted by nobody, and the export says that %s."
              .formatted(
                  denial.words(), approved ? "approvals count" : "the denial counts no longer"));
    }
  }

  private void lifts(Said approval) {
    all.stream()
        .filter(one -> one.is(LIFT) && !one.said().at().isBefore(approval.said().at()))
        .findFirst()
        .ifPresent(
            lift ->
                found.add(
                    "%s is older than %s, which ended it, and the export says that it counts."
                        .formatted(approval.words(), lift.words())));
  }
}
