package countersign.console;

import countersign.approval.Approval;
import countersign.approval.ApprovalOutcome;
import countersign.approval.CaseFile;
import countersign.approval.Decision;
import countersign.approval.Reviewer;
import countersign.approval.WorkItem;
import countersign.request.FileId;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Cases in memory, decided as the real thing decides them, without a database. */
final class FakeDesk implements Desk {
  private final Map<RequestKey, CaseFile> cases = new LinkedHashMap<>();
  private final List<String> attempts = new ArrayList<>();
  private final Set<FileId> vetoed = new HashSet<>();
  private final Clock clock;

  FakeDesk(Clock clock) {
    this.clock = clock;
  }

  void put(CaseFile file) {
    cases.put(file.key(), file);
  }

  void clear() {
    cases.clear();
    attempts.clear();
    vetoed.clear();
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
      case DECLINED ->
          counsel
              && !mine
              && file.approvals().stream().anyMatch(word -> word.step().equals("RECONSIDER"));
      default -> false;
    };
  }

  @Override
  public Optional<CaseFile> caseOf(RequestKey key) {
    return Optional.ofNullable(cases.get(key));
  }

  @Override
  public ApprovalOutcome endorse(RequestKey key, Reviewer reviewer, Decision decision) {
    return approve(key, reviewer, decision, RequestState.DRAFTED, RequestState.ENDORSED);
  }

  @Override
  public ApprovalOutcome countersign(RequestKey key, Reviewer reviewer, Decision decision) {
    CaseFile file = cases.get(key);
    if (file != null) {
      for (Approval word : file.approvals()) {
        if (word.step().equals("ENDORSE") && word.account().equals(reviewer.account())) {
          return new ApprovalOutcome.WrongPerson(
              key,
              reviewer.account(),
              Optional.of(word.at()),
              Optional.ofNullable(word.lapsesAt()));
        }
      }
    }
    return approve(key, reviewer, decision, RequestState.ENDORSED, RequestState.COUNTERSIGNED);
  }

  private ApprovalOutcome approve(
      RequestKey key, Reviewer reviewer, Decision decision, RequestState from, RequestState to) {
    CaseFile file = cases.get(key);
    if (file == null) {
      return new ApprovalOutcome.Unknown(key);
    }
    if (isVetoed(file)) {
      return new ApprovalOutcome.Vetoed(key.toString());
    }
    if (file.state() != from || file.draft() == null) {
      return new ApprovalOutcome.WrongState(key, file.state());
    }
    String sha256 = file.draft().sha256();
    if (!sha256.equals(decision.draftSha256())) {
      return new ApprovalOutcome.StaleDraft(key, sha256);
    }
    if (decision.identifiesInformant() == null || decision.impairsInvestigation() == null) {
      return new ApprovalOutcome.Unanswered(key);
    }
    if (decision.reason().isBlank()) {
      return new ApprovalOutcome.NoReason(key);
    }
    String step = to == RequestState.ENDORSED ? "ENDORSE" : "COUNTERSIGN";
    move(file, to, step, reviewer, decision.reason());
    return new ApprovalOutcome.Done(key, to);
  }

  @Override
  public ApprovalOutcome refuse(RequestKey key, Reviewer reviewer, String reason) {
    CaseFile file = cases.get(key);
    if (file == null) {
      return new ApprovalOutcome.Unknown(key);
    }
    if (reason.isBlank()) {
      return new ApprovalOutcome.NoReason(key);
    }
    move(file, RequestState.DECLINED, "DECLINE", reviewer, reason);
    return new ApprovalOutcome.Done(key, RequestState.DECLINED);
  }

  /** What was tried against counsel's refusals: request, step, account. */
  List<String> attempts() {
    return attempts;
  }

  private static boolean isVetoed(CaseFile file) {
    return refusedBy(file).isPresent();
  }

  private static Optional<String> refusedBy(CaseFile file) {
    return file.approvals().stream()
        .filter(word -> !word.isVoid() && "A110_COUNSEL_REFUSED".equals(word.code()))
        .map(Approval::account)
        .findFirst();
  }

  @Override
  public ApprovalOutcome reconsider(RequestKey key, Reviewer counsel, String reason) {
    CaseFile file = Objects.requireNonNull(cases.get(key));
    String by = refusedBy(file).orElse("");
    if (!by.equals(counsel.account())) {
      return new ApprovalOutcome.NotOfRecord(key, by);
    }
    if (reason.isBlank()) {
      return new ApprovalOutcome.NoReason(key);
    }
    move(file, RequestState.DECLINED, "RECONSIDER", counsel, reason);
    return new ApprovalOutcome.Done(key, RequestState.DECLINED);
  }

  @Override
  public ApprovalOutcome lift(RequestKey key, Reviewer counsel, String reason) {
    CaseFile file = Objects.requireNonNull(cases.get(key));
    if (refusedBy(file).filter(counsel.account()::equals).isPresent()) {
      return new ApprovalOutcome.SameCounsel(key, counsel.account());
    }
    if (!isVetoed(file)) {
      return new ApprovalOutcome.WrongState(key, file.state());
    }
    put(
        new CaseFile(
            key, file.state(), file.asked(), file.draft(), null, file.evidence(), List.of()));
    move(cases.get(key), RequestState.DRAFTED, "LIFT", counsel, reason);
    return new ApprovalOutcome.Done(key, RequestState.DRAFTED);
  }

  @Override
  public Optional<ApprovalOutcome> attempted(RequestKey key, Reviewer reviewer, String step) {
    if (caseOf(key).filter(FakeDesk::isVetoed).isEmpty()) {
      return Optional.empty();
    }
    attempts.add(step + " " + key + " by " + reviewer.account());
    return Optional.of(new ApprovalOutcome.Vetoed(key.toString()));
  }

  @Override
  public Optional<ApprovalOutcome> attempted(FileId file, Reviewer reviewer, String step) {
    if (!vetoed.contains(file)) {
      return Optional.empty();
    }
    attempts.add(step + " " + file + " by " + reviewer.account());
    return Optional.of(new ApprovalOutcome.Vetoed(file.value()));
  }

  /** Counsel refused that file as a whole. */
  void veto(FileId file) {
    vetoed.add(file);
  }

  private static String code(Reviewer who) {
    return who.roles().contains(Role.COUNSEL) ? "A110_COUNSEL_REFUSED" : "D403_APPROVER_REFUSED";
  }

  private void move(CaseFile file, RequestState to, String step, Reviewer who, String reason) {
    Instant now = clock.instant();
    List<Approval> words = new ArrayList<>(file.approvals());
    words.add(
        new Approval(
            step,
            who.account(),
            file.draft() == null ? "" : file.draft().sha256(),
            step.equals("DECLINE") ? code(who) : null,
            reason,
            now,
            to == RequestState.ENDORSED || to == RequestState.COUNTERSIGNED
                ? now.plus(Duration.ofHours(24))
                : null,
            false));
    put(
        new CaseFile(
            file.key(), to, file.asked(), file.draft(), file.innerCode(), file.evidence(), words));
  }
}
