package countersign.console;

import countersign.authority.Authority;
import countersign.operations.FileStatus;
import countersign.operations.FileStatuses;
import countersign.operations.ObservableState;
import countersign.operations.RequestStatus;
import countersign.policy.ConditionResults;
import countersign.policy.Explanation;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every rule's word on one request, for the page and the call alike. Stateless. */
final class Explanations {
  private final FileStatuses files;
  private final Authority authority;

  Explanations(FileStatuses files, Authority authority) {
    this.files = files;
    this.authority = authority;
  }

  /**
   * One request explained.
   *
   * @param key which
   * @param state as far as submitters and operators may see
   * @param waits whether it is held by itself, so that a person decides it and not its file
   * @param ruleSet version and hash stored with the decision; null if rules did not judge it
   * @param receivedAt first pick-up: every date is measured then
   * @param explanation every rule's word
   */
  record Explained(
      RequestKey key,
      ObservableState state,
      boolean waits,
      @Nullable String ruleSet,
      Instant receivedAt,
      Explanation explanation) {
    /** Whether a look-up may have followed. */
    boolean lookedUp() {
      return state == ObservableState.TAKEN || state == ObservableState.ANSWERED;
    }
  }

  /** Explains a request; whatever names none is unknown. */
  Explained of(String fileId, String requestId) {
    RequestKey key = PathIds.request(fileId, requestId).orElseThrow(PathIds::unknownRequest);
    RequestStatus status = files.request(key).orElseThrow(PathIds::unknownRequest);
    FileStatus file = files.byId(key.file()).orElseThrow(PathIds::unknownRequest);
    String ruleSet = files.ruleSet(key.file()).orElse(null);
    return new Explained(
        key,
        status.state(),
        status.state() == ObservableState.HELD && file.state() == FileState.IN_PROGRESS,
        ruleSet,
        file.times().receivedAt(),
        Explanation.of(
            new Explanation.Stored(
                file.state() != FileState.RECEIVED,
                true,
                codes(file.codes()),
                codes(status.codes()),
                files.rulesApplied(key.file()).orElse(null)),
            ConditionResults.of(
                authority,
                files.agreement(key.file()),
                files.ruleSet(key.file()),
                files.conditions(key))));
  }

  private static List<ReasonCode> codes(List<String> names) {
    return names.stream().map(ReasonCode::valueOf).toList();
  }
}
