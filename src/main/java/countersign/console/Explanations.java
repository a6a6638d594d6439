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

/** Finds the result of every rule for a request, for both page and call. Stateless. */
final class Explanations {
  private final FileStatuses files;
  private final Authority authority;

  Explanations(FileStatuses files, Authority authority) {
    this.files = files;
    this.authority = authority;
  }

  /**
   * The explanation of a request.
   *
   * @param key the request
   * @param state the state that submitters and operators may see
   * @param waits whether the request itself is held, so that a person must decide it separately
   *     from its file
   * @param ruleSet version and hash of the rules, stored with the decision; null if no rules judged
   *     the request
   * @param receivedAt time at which the gateway first received the file; rules compare dates with
   *     it
   * @param explanation result of every rule
   */
  record Explained(
      RequestKey key,
      ObservableState state,
      boolean waits,
      @Nullable String ruleSet,
      Instant receivedAt,
      Explanation explanation) {
    /** Whether the request may have been looked up. */
    boolean lookedUp() {
      return state == ObservableState.TAKEN || state == ObservableState.ANSWERED;
    }
  }

  /**
   * Explains a request.
   *
   * @throws ApiException if no request has these ids
   */
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
