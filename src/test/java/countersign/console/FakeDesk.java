package countersign.console;

import countersign.approval.Approval;
import countersign.approval.CaseFile;
import countersign.approval.Decision;
import countersign.approval.Outcome;
import countersign.approval.Reviewer;
import countersign.approval.Role;
import countersign.approval.WorkItem;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Cases in memory, decided as the real thing decides them, without a database. */
final class FakeDesk implements Desk {
  private final Map<RequestKey, CaseFile> cases = new LinkedHashMap<>();
  private final Clock clock;

  FakeDesk(Clock clock) {
    this.clock = clock;
  }

  void put(CaseFile file) {
    cases.put(file.key(), file);
  }

  void clear() {
    cases.clear();
  }

  @Override
  public List<WorkItem> workList(Reviewer reviewer) {
    return cases.values().stream()
        .filter(file -> file.draft() != null)
        .filter(file -> waitsFor(file, reviewer))
        .map(
            file ->
                new WorkItem(
                    file.key(),
                    file.state(),
                    Objects.requireNonNull(file.draft()).sha256(),
                    Objects.requireNonNull(file.draft()).draftedAt(),
                    file.lapsesAt().orElse(null)))
        .toList();
  }

  private static boolean waitsFor(CaseFile file, Reviewer reviewer) {
    boolean counsel = reviewer.roles().contains(Role.COUNSEL);
    boolean mine =
        file.approvals().stream().anyMatch(word -> word.account().equals(reviewer.account()));
    return switch (file.state()) {
      case DRAFTED -> counsel || reviewer.roles().contains(Role.FIRST_REVIEWER);
      case ENDORSED -> !mine && (counsel || reviewer.roles().contains(Role.COUNTERSIGNER));
      case COUNTERSIGNED -> counsel;
      default -> false;
    };
  }

  @Override
  public Optional<CaseFile> caseOf(RequestKey key) {
    return Optional.ofNullable(cases.get(key));
  }

  @Override
  public Outcome endorse(RequestKey key, Reviewer reviewer, Decision decision) {
    return approve(key, reviewer, decision, RequestState.DRAFTED, RequestState.ENDORSED);
  }

  @Override
  public Outcome countersign(RequestKey key, Reviewer reviewer, Decision decision) {
    CaseFile file = cases.get(key);
    if (file != null) {
      for (Approval word : file.approvals()) {
        if (word.step().equals("ENDORSE") && word.account().equals(reviewer.account())) {
          return new Outcome.WrongPerson(
              key,
              reviewer.account(),
              Optional.of(word.at()),
              Optional.ofNullable(word.lapsesAt()));
        }
      }
    }
    return approve(key, reviewer, decision, RequestState.ENDORSED, RequestState.COUNTERSIGNED);
  }

  private Outcome approve(
      RequestKey key, Reviewer reviewer, Decision decision, RequestState from, RequestState to) {
    CaseFile file = cases.get(key);
    if (file == null) {
      return new Outcome.Unknown(key);
    }
    if (file.state() != from || file.draft() == null) {
      return new Outcome.WrongState(key, file.state());
    }
    String sha256 = file.draft().sha256();
    if (!sha256.equals(decision.draftSha256())) {
      return new Outcome.StaleDraft(key, sha256);
    }
    if (decision.identifiesInformant() == null || decision.impairsInvestigation() == null) {
      return new Outcome.Unanswered(key);
    }
    if (decision.reason().isBlank()) {
      return new Outcome.NoReason(key);
    }
    String step = to == RequestState.ENDORSED ? "ENDORSE" : "COUNTERSIGN";
    move(file, to, step, reviewer, decision.reason());
    return new Outcome.Done(key, to);
  }

  @Override
  public Outcome refuse(RequestKey key, Reviewer reviewer, String reason) {
    CaseFile file = cases.get(key);
    if (file == null) {
      return new Outcome.Unknown(key);
    }
    if (reason.isBlank()) {
      return new Outcome.NoReason(key);
    }
    move(file, RequestState.DECLINED, "DECLINE", reviewer, reason);
    return new Outcome.Done(key, RequestState.DECLINED);
  }

  private void move(CaseFile file, RequestState to, String step, Reviewer who, String reason) {
    Instant now = clock.instant();
    List<Approval> words = new ArrayList<>(file.approvals());
    words.add(
        new Approval(
            step,
            who.account(),
            file.draft() == null ? "" : file.draft().sha256(),
            step.equals("DECLINE") ? "D403_APPROVER_REFUSED" : null,
            reason,
            now,
            step.equals("DECLINE") ? null : now.plus(Duration.ofHours(24)),
            false));
    put(
        new CaseFile(
            file.key(), to, file.asked(), file.draft(), file.innerCode(), file.evidence(), words));
  }
}
