package countersign.approval;

import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Role;
import countersign.statement.JdbcRequestInContext;
import countersign.statement.RequestInContext;
import countersign.statement.Reviewer;
import countersign.vault.DataCipher;
import countersign.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what reviewers see: their work list and one case in full. Stateless. */
final class Cases {
  private static final int MAX = 500;

  private final Vault vault;
  private final JdbcDrafts drafts;
  private final JdbcApprovals approvals;
  private final JdbcRequestInContext requests;

  Cases(Vault vault, JdbcDrafts drafts, JdbcApprovals approvals, JdbcRequestInContext requests) {
    this.vault = vault;
    this.drafts = drafts;
    this.approvals = approvals;
    this.requests = requests;
  }

  List<WorkItem> workList(Reviewer reviewer, WorkItem.Filter filter) {
    List<RequestState> states = new ArrayList<>();
    boolean counsel = reviewer.may(Role.COUNSEL);
    boolean approves = !reviewer.isExcluded();
    if (counsel || (approves && reviewer.may(Role.FIRST_REVIEWER))) {
      states.add(RequestState.DRAFTED);
    }
    if (counsel || (approves && reviewer.may(Role.COUNTERSIGNER))) {
      states.add(RequestState.ENDORSED);
    }
    if (counsel) {
      states.add(RequestState.COUNTERSIGNED);
      states.add(RequestState.DECLINED);
    }
    states.removeIf(state -> filter.state() != null && filter.state() != state);
    return states.isEmpty()
        ? List.of()
        : approvals.waiting(states, reviewer.account(), filter, MAX);
  }

  Optional<String> endorserOf(RequestKey key) {
    return approvals
        .running(key, ApprovalStep.ENDORSE.name())
        .map(JdbcApprovals.StoredDecision::account);
  }

  Optional<CaseFile> of(RequestKey key) {
    Optional<RequestState> state = drafts.state(key);
    Optional<RequestInContext> what = requests.find(key);
    if (state.isEmpty() || what.isEmpty()) {
      return Optional.empty();
    }
    Optional<JdbcDrafts.StoredDraft> draft = drafts.find(key);
    Optional<byte[]> internalReason = drafts.internalReason(key);
    DecisionHistory history = new DecisionHistory(approvals.of(key));
    if (draft.isEmpty() && internalReason.isEmpty()) {
      return Optional.of(new CaseFile(key, state.get(), what.get(), null, null, null, List.of()));
    }
    List<Approval> all =
        history.byPeople().stream().map(row -> shown(row, history.isInForce(row))).toList();
    if (draft.isPresent()) {
      JdbcDrafts.Contents contents = draft.get().contents().get();
      CaseFile.Shown shown =
          new CaseFile.Shown(contents.item(), draft.get().hex(), draft.get().draftedAt());
      return Optional.of(
          new CaseFile(key, state.get(), what.get(), shown, null, text(contents.evidence()), all));
    }
    DataCipher cipher = vault.draft(key.file().value());
    String[] parts =
        text(cipher.open(internalReason.orElseThrow(), ApprovalAssociatedData.internalReason(key)))
            .split("\n", 2);
    return Optional.of(new CaseFile(key, state.get(), what.get(), null, parts[0], parts[1], all));
  }

  private Approval shown(JdbcApprovals.StoredDecision row, boolean counts) {
    String kept = new DecisionNote(vault).open(row);
    int end = row.step().equals("DECLINE") ? kept.indexOf('\n') : -1;
    String code = end < 0 ? null : kept.substring(0, end);
    return new Approval(
        row.step(),
        row.account(),
        row.hex(),
        code,
        code == null ? kept : kept.substring(code.length() + 1),
        row.at(),
        row.expiresAt(),
        signature(row.signed()),
        !counts);
  }

  private static Approval.@Nullable Signature signature(JdbcApprovals.@Nullable Signed signed) {
    return signed == null
        ? null
        : new Approval.Signature(signed.statement(), signed.signature(), signed.keyId());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
