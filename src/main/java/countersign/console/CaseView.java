package countersign.console;

import countersign.approval.Approval;
import countersign.approval.CaseFile;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.request.RequestState;
import countersign.request.Role;
import countersign.request.Tier;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case as a page shows it.
 *
 * @param fileId its file
 * @param requestId its request
 * @param state where it stands
 * @param asked what was asked
 * @param evidence how it was matched; null before the look-up
 * @param innerCode why nothing can be disclosed; null otherwise
 * @param draft what would leave; null if nothing can
 * @param words what people said to it
 * @param may what the reader may do with it now
 */
record CaseView(
    String fileId,
    String requestId,
    RequestState state,
    Asked asked,
    @Nullable EvidenceView evidence,
    @Nullable String innerCode,
    @Nullable Draft draft,
    List<Word> words,
    May may) {

  /** What was asked, by whom, on what authority. */
  record Asked(
      Request request,
      String agency,
      String agreement,
      @Nullable String requester,
      @Nullable String ruleSet,
      Timestamps received,
      List<Verdict> verdicts) {}

  /** One rule's word. */
  record Verdict(String code, boolean hold, String sentence) {}

  /**
   * What would leave.
   *
   * @param text the canonical bytes, which are UTF-8
   * @param bytes how many
   * @param sha256 their hash, hexadecimal
   * @param drafted since when
   */
  record Draft(String text, int bytes, String sha256, Timestamps drafted) {}

  /** One person's word. */
  record Word(
      String step,
      String account,
      @Nullable String code,
      String reason,
      Timestamps at,
      @Nullable Timestamps lapses,
      boolean gone) {}

  /**
   * What the reader may do now.
   *
   * @param endorse sign first
   * @param countersign sign second
   * @param refuse say no
   * @param signedBefore they signed first themselves, so somebody else must be the second
   * @param veto what they may do about counsel's refusal
   */
  record May(
      boolean endorse, boolean countersign, boolean refuse, boolean signedBefore, Veto veto) {
    static May of(CaseFile file, Caller caller) {
      boolean mine =
          file.approvals().stream()
              .filter(word -> !word.isVoid() && word.step().equals("ENDORSE"))
              .anyMatch(word -> word.account().equalsIgnoreCase(caller.account()));
      boolean drafted = file.state() == RequestState.DRAFTED;
      boolean endorsed = file.state() == RequestState.ENDORSED;
      boolean open = drafted || endorsed || file.state() == RequestState.COUNTERSIGNED;
      boolean decides =
          caller.is(Role.FIRST_REVIEWER)
              || caller.is(Role.COUNTERSIGNER)
              || caller.is(Role.COUNSEL);
      return new May(
          drafted && caller.is(Role.FIRST_REVIEWER),
          endorsed && !mine && caller.is(Role.COUNTERSIGNER),
          open && decides,
          endorsed && mine,
          Veto.of(file, caller));
    }
  }

  /**
   * Counsel's refusal, if it stands.
   *
   * @param by the counsel who refused; null if none did
   * @param reconsider the reader may ask for it to be lifted
   * @param lift the reader may lift it
   */
  record Veto(@Nullable String by, boolean reconsider, boolean lift) {
    static Veto of(CaseFile file, Caller caller) {
      String by = file.state() == RequestState.DECLINED ? account(file, "DECLINE") : null;
      boolean asked = account(file, "RECONSIDER") != null;
      boolean counsel = by != null && caller.is(Role.COUNSEL);
      boolean own = caller.account().equalsIgnoreCase(by);
      return new Veto(by, counsel && own && !asked, counsel && !own && asked);
    }

    /** Whose running word that is, if it stands under counsel's refusal. */
    private static @Nullable String account(CaseFile file, String step) {
      return file.approvals().stream()
          .filter(word -> !word.isVoid() && word.step().equals(step))
          .filter(
              word ->
                  !step.equals("DECLINE")
                      || ReasonCode.A110_COUNSEL_REFUSED.name().equals(word.code()))
          .map(Approval::account)
          .findFirst()
          .orElse(null);
    }
  }

  static CaseView of(CaseFile file, Caller caller, Clock clock) {
    CaseFile.Shown shown = file.draft();
    String evidence = file.evidence();
    return new CaseView(
        file.key().file().value(),
        file.key().requestId(),
        file.state(),
        asked(file, clock),
        evidence == null ? null : EvidenceView.of(evidence),
        file.innerCode(),
        shown == null ? null : draft(shown, clock),
        file.approvals().stream().map(word -> word(word, clock)).toList(),
        May.of(file, caller));
  }

  private static Asked asked(CaseFile file, Clock clock) {
    countersign.approval.RequestInContext asked = file.asked();
    return new Asked(
        asked.request(),
        asked.agency(),
        asked.agreement(),
        asked.requester(),
        asked.ruleSet(),
        Timestamps.at(asked.receivedAt(), clock),
        asked.codes().stream()
            .map(code -> new Verdict(code.name(), code.tier() == Tier.HOLD, code.sentence()))
            .toList());
  }

  private static Draft draft(CaseFile.Shown shown, Clock clock) {
    byte[] item = shown.item();
    return new Draft(
        new String(item, StandardCharsets.UTF_8),
        item.length,
        shown.sha256(),
        Timestamps.at(shown.draftedAt(), clock));
  }

  private static String said(String step) {
    return switch (step) {
      case "ENDORSE" -> "endorsed";
      case "COUNTERSIGN" -> "countersigned";
      case "DECLINE" -> "denied";
      case "RECONSIDER" -> "asked to lift the denial";
      case "LIFT" -> "lifted the denial";
      default -> PageLayout.words(step);
    };
  }

  private static Word word(Approval word, Clock clock) {
    return new Word(
        said(word.step()),
        word.account(),
        word.code(),
        word.reason(),
        Timestamps.at(word.at(), clock),
        Timestamps.of(word.lapsesAt(), clock),
        word.isVoid());
  }
}
