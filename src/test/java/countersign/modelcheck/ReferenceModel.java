package countersign.modelcheck;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say about one request, in as few words as possible and without a line of the
 * gateway: which step is answered how, and what is then true.
 */
final class ReferenceModel {
  private static final Duration DAY = Duration.ofHours(24);
  private static final String DONE = "DONE";

  private final Instant answerBy;
  private final HaltModel stop = new HaltModel(false);
  private final HaltModel veto = new HaltModel(true);
  private final List<String> decisions = new ArrayList<>();
  private final List<Boolean> liftsOfOneDraft = new ArrayList<>();
  private final List<Integer> liftedDrafts = new ArrayList<>();
  private Instant now;
  private String state = "DRAFTED";
  private int draft = 1;
  private int officersKey = 1;
  private @Nullable Approval first;
  private @Nullable Approval second;
  private @Nullable Denial denial;
  private @Nullable String liftedBy;
  private final AnswerModel answer = new AnswerModel();
  private boolean finished;

  ReferenceModel(Instant now) {
    this.now = now;
    this.answerBy = now.plus(Duration.ofDays(30));
  }

  private record Approval(String by, int draft, boolean ofFirstDraft, int officersKey, Instant at) {
    boolean hasExpired(Instant now) {
      return !at.plus(DAY).isAfter(now);
    }
  }

  /** A denial in force; {@code reconsidered} is the draft at that time, 0 if it was not. */
  private record Denial(String by, int draft, int reconsidered) {
    boolean isByCounsel() {
      return by.equals("dunn");
    }
  }

  /** Everything that is compared with the gateway's tables. */
  List<String> facts() {
    return List.of(
        "request " + state,
        "response " + answer,
        "decisions " + decisions,
        "stopped " + stop.stands() + ", vetoed " + veto.stands(),
        "finished " + finished);
  }

  /** Time that passes whether or not the step then crashes. */
  void passes(Duration time) {
    now = now.plus(time);
  }

  /** The answer to a step that is not broken off. */
  String answer(Step step) {
    return switch (step) {
      case ADAMS_ENDORSES -> approve(false, "adams", false);
      case CLARK_ENDORSES -> approve(false, "clark", false);
      case BAKER_COUNTERSIGNS -> approve(true, "baker", false);
      case CLARK_COUNTERSIGNS -> approve(true, "clark", false);
      case BAKER_COUNTERSIGNS_THE_FIRST_DRAFT -> approve(true, "baker", true);
      case ADAMS_DENIES -> deny("adams");
      case DUNN_DENIES -> deny("dunn");
      case DUNN_RECONSIDERS -> reconsider("dunn");
      case ELLIS_RECONSIDERS -> reconsider("ellis");
      case DUNN_LIFTS_THE_DENIAL -> lift("dunn");
      case ELLIS_LIFTS_THE_DENIAL -> lift("ellis");
      default -> otherAnswer(step);
    };
  }

  /** What is true after a step that was broken off. */
  void crash(Step step) {
    if (step == Step.THE_UPLOAD_BEGINS) {
      answer.beginWithoutLine(stop, veto, officersKey);
    }
  }

  private String otherAnswer(Step step) {
    return switch (step) {
      case THE_DRAFT_CHANGES -> done(() -> draft = answer.nextDraft(draft));
      case THE_OFFICERS_KEY_CHANGES -> done(() -> officersKey = 3 - officersKey);
      case A_DAY_PASSES, A_MONTH_PASSES -> DONE;
      case APPROVALS_EXPIRE -> done(this::expire);
      case IT_IS_RELEASED -> done(this::release);
      case IT_IS_SEALED -> answer.seal(stop, veto, officersKey);
      case THE_UPLOAD_BEGINS -> answer.begin(stop, veto, officersKey);
      case THE_UPLOAD_FAILS -> answer.fail();
      case THE_UPLOAD_ENDS -> endUpload();
      case DUNN_STOPS -> stop.set();
      case DUNN_LIFTS_THE_STOP -> stop.lift("dunn", now);
      case CAROL_LIFTS_THE_STOP -> stop.lift("carol", now);
      case PAUL_LIFTS_THE_STOP -> stop.lift("paul", now);
      case DUNN_VETOES -> veto.set();
      case DUNN_LIFTS_THE_VETO -> veto.lift("dunn", now);
      case CAROL_LIFTS_THE_VETO -> veto.lift("carol", now);
      default -> throw new IllegalArgumentException(step.name());
    };
  }

  private static String done(Runnable effect) {
    effect.run();
    return DONE;
  }

  private boolean isDeniedByCounsel() {
    return state.equals("DECLINED") && denial != null && denial.isByCounsel();
  }

  private String approve(boolean countersigns, String by, boolean firstDraft) {
    Approval given = countersigns ? second : first;
    String to = countersigns ? "COUNTERSIGNED" : "ENDORSED";
    if (isDeniedByCounsel() || veto.stands()) {
      return "VETOED";
    }
    if (countersigns && first != null && first.by().equals(by)) {
      return "WRONG_PERSON";
    }
    boolean repeated = state.equals(to) && given != null && given.by().equals(by);
    if (!repeated && !state.equals(countersigns ? "ENDORSED" : "DRAFTED")) {
      return "WRONG_STATE";
    }
    if (!repeated && countersigns && (first == null || first.hasExpired(now))) {
      lapse();
      return "EXPIRED";
    }
    if (firstDraft && draft != 1) {
      return "STALE_DRAFT";
    }
    if (repeated) {
      return given.draft() == draft && given.ofFirstDraft() == firstDraft
          ? DONE
          : "DECIDED_OTHERWISE";
    }
    sign(countersigns, by, firstDraft);
    state = to;
    return DONE;
  }

  private void sign(boolean countersigns, String by, boolean firstDraft) {
    Approval approval = new Approval(by, draft, firstDraft, officersKey, now);
    first = countersigns ? first : approval;
    second = countersigns ? approval : second;
    decisions.add((countersigns ? "COUNTERSIGN " : "ENDORSE ") + by);
  }

  private void lapse() {
    state = "DRAFTED";
    first = null;
    second = null;
    decisions.add("LAPSE gateway");
  }

  private void expire() {
    boolean approved = state.equals("ENDORSED") || state.equals("COUNTERSIGNED");
    if (approved
        && ((first != null && first.hasExpired(now))
            || (second != null && second.hasExpired(now)))) {
      lapse();
    }
  }

  private String deny(String by) {
    if (!List.of("DRAFTED", "ENDORSED", "COUNTERSIGNED", "DECLINED").contains(state)) {
      return "WRONG_STATE";
    }
    if (!state.equals("DECLINED")) {
      decline(by);
      return DONE;
    }
    boolean ofAnother = denial != null && !List.of(by, "gateway").contains(denial.by());
    return ofAnother ? "WRONG_STATE" : DONE;
  }

  private void decline(String by) {
    state = "DECLINED";
    denial = new Denial(by, draft, 0);
    decisions.add("DECLINE " + by);
  }

  private String reconsider(String by) {
    boolean before = denial != null && denial.reconsidered() != 0;
    if (!isDeniedByCounsel()) {
      return before && by.equals("dunn") ? DONE : "WRONG_STATE";
    }
    if (!by.equals("dunn")) {
      return "NOT_OF_RECORD";
    }
    if (veto.stands()) {
      return "VETOED";
    }
    if (isLate()) {
      return "TOO_LATE";
    }
    if (denial != null && !before) {
      denial = new Denial(denial.by(), denial.draft(), draft);
      decisions.add("RECONSIDER " + by);
    }
    return DONE;
  }

  private boolean isLate() {
    return finished || !answerBy.isAfter(now);
  }

  private String lift(String by) {
    Denial lifted = denial;
    if (!isDeniedByCounsel() || lifted == null) {
      return by.equals(liftedBy) ? DONE : "WRONG_STATE";
    }
    if (by.equals("dunn")) {
      return "SAME_COUNSEL";
    }
    if (lifted.reconsidered() == 0) {
      return "NOT_OF_RECORD";
    }
    if (veto.stands()) {
      return "VETOED";
    }
    if (isLate()) {
      return "TOO_LATE";
    }
    liftsOfOneDraft.add(lifted.draft() == draft && lifted.reconsidered() == draft);
    liftedDrafts.add(draft);
    state = "DRAFTED";
    first = null;
    second = null;
    denial = null;
    liftedBy = by;
    decisions.add("LIFT " + by);
    return DONE;
  }

  private void release() {
    boolean open = !state.equals("RELEASED") && !state.equals("DELIVERED");
    boolean late = !hour(now).isBefore(answerBy);
    boolean underWay = answer.isUnderWay();
    if (finished || (late ? underWay : !state.equals("COUNTERSIGNED"))) {
      return;
    }
    if (!open) {
      finished = true;
      return;
    }
    if (stop.stands()) {
      return;
    }
    boolean leaves = state.equals("COUNTERSIGNED") && isApproved() && !veto.stands();
    if (leaves || late) {
      answer.release(leaves ? officersKey : 0);
      state = "RELEASED";
    }
    finished = late;
  }

  private static Instant hour(Instant at) {
    return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), 3600L) * 3600L);
  }

  /** Whether two approvals count now; denies the request or ends the approvals if they do not. */
  private boolean isApproved() {
    boolean lifted =
        liftsOfOneDraft.stream().allMatch(one -> one)
            && liftedDrafts.stream().allMatch(one -> one == draft);
    if (!lifted) {
      decline("gateway");
      return false;
    }
    for (Approval one : new Approval[] {first, second}) {
      if (one == null || one.draft() != draft) {
        decline("gateway");
        return false;
      }
      if (one.hasExpired(now) || one.officersKey() != officersKey) {
        lapse();
        return false;
      }
    }
    return true;
  }

  private String endUpload() {
    String told = answer.end();
    state = answer.is("DELIVERED") ? "DELIVERED" : state;
    return told;
  }
}
