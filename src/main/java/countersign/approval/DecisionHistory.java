package countersign.approval;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All decisions on one request, oldest first. Later decisions end earlier ones: a LIFT ends
 * everything before it, a LAPSE the approvals before it.
 *
 * @param rows the decisions in the order in which they were stored
 */
public record DecisionHistory(List<JdbcApprovals.StoredDecision> rows) {
  private static final Set<String> APPROVALS =
      Set.of(ApprovalStep.ENDORSE.name(), ApprovalStep.COUNTERSIGN.name());
  private static final String LIFT = "LIFT";
  private static final String LAPSE = "LAPSE";

  public DecisionHistory {
    rows = List.copyOf(rows);
  }

  /** Whether no later decision ends this one. */
  boolean isInForce(JdbcApprovals.StoredDecision row) {
    return rows.stream()
        .filter(later -> later.number() > row.number())
        .noneMatch(
            later ->
                later.step().equals(LIFT)
                    || (later.step().equals(LAPSE) && APPROVALS.contains(row.step())));
  }

  /** The newest decision of a step that is in force; empty if there is none. */
  public Optional<JdbcApprovals.StoredDecision> running(String step) {
    return rows.stream()
        .filter(row -> row.step().equals(step) && isInForce(row))
        .reduce((earlier, later) -> later);
  }

  /** The decisions that people made; without the gateway's LAPSE rows. */
  List<JdbcApprovals.StoredDecision> byPeople() {
    return rows.stream().filter(row -> !row.step().equals(LAPSE)).toList();
  }
}
