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
 * A case, as a page shows it.
 *
 * @param fileId id of the file
 * @param requestId id of the request in the file
 * @param state current state
 * @param asked the request, the requester and the legal authority
 * @param evidence comparison of the request with the records; null before the look-up
 * @param internalReason internal reason why nothing can be disclosed; null otherwise
 * @param draft data to disclose if approved; null if nothing can be disclosed
 * @param words decisions of people
 * @param may actions that the reader may take now
 * @param comparison what is asked, on record and leaving, side by side
 */
record CaseView(
    String fileId,
    String requestId,
    RequestState state,
    Asked asked,
    @Nullable EvidenceView evidence,
    @Nullable String internalReason,
    @Nullable Draft draft,
    List<Word> words,
    May may,
    ComparisonView comparison) {

  /** The request, the requester and the legal authority. */
  record Asked(
      Request request,
      String agency,
      String agreement,
      @Nullable String requester,
      @Nullable String ruleSet,
      Timestamps received,
      List<Verdict> verdicts) {}

  /** A code that the rules gave. */
  record Verdict(String code, boolean hold, String sentence) {}

  /**
   * The data that the gateway discloses if two people approve it.
   *
   * @param fate what becomes or became of the bytes
   * @param text canonical bytes, decoded as UTF-8
   * @param sha256 SHA-256 of the bytes, hexadecimal
   * @param drafted time at which the draft was made
   */
  record Draft(String fate, String text, String sha256, Timestamps drafted) {}

  /** A person's decision. */
  record Word(
      String step,
      String account,
      @Nullable String code,
      String reason,
      Timestamps at,
      @Nullable Timestamps expires,
      @Nullable String signedWith,
      boolean gone) {}

  /**
   * The actions that the reader may take now.
   *
   * @param endorse whether the reader may give the first approval
   * @param countersign whether the reader may give the second approval
   * @param deny whether the reader may deny the case
   * @param signedBefore whether the reader gave the first approval, so that another person must
   *     give the second
   * @param veto denial by counsel and what the reader may do about it
   */
  record May(boolean endorse, boolean countersign, boolean deny, boolean signedBefore, Veto veto) {
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
   * The denial by counsel, if one is in force.
   *
   * @param by account of the counsel who denied the case; null if no denial is in force
   * @param reconsider whether the reader may ask another counsel to lift the denial
   * @param lift whether the reader may lift the denial
   */
  record Veto(@Nullable String by, boolean reconsider, boolean lift) {
    static Veto of(CaseFile file, Caller caller) {
      String by = file.state() == RequestState.DECLINED ? account(file, "DECLINE") : null;
      boolean asked = account(file, "RECONSIDER") != null;
      boolean counsel = by != null && caller.is(Role.COUNSEL);
      boolean own = caller.account().equalsIgnoreCase(by);
      return new Veto(by, counsel && own && !asked, counsel && !own && asked);
    }

    /** The account behind the valid decision of this step; a DECLINE counts only if by counsel. */
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
        file.internalReason(),
        shown == null ? null : draft(shown, file.state(), clock),
        file.approvals().stream().map(word -> word(word, clock)).toList(),
        May.of(file, caller),
        ComparisonView.of(
            file.asked().request(),
            evidence == null ? List.of() : EvidenceView.of(evidence).onRecord(),
            shown == null ? null : shown.item()));
  }

  private static Asked asked(CaseFile file, Clock clock) {
    countersign.statement.RequestInContext asked = file.asked();
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

  private static Draft draft(CaseFile.Shown shown, RequestState state, Clock clock) {
    byte[] item = shown.item();
    return new Draft(
        fate(state, item.length),
        new String(item, StandardCharsets.UTF_8),
        shown.sha256(),
        Timestamps.at(shown.draftedAt(), clock));
  }

  /** What becomes or became of a draft of a request in this state. */
  static String fate(RequestState state, int bytes) {
    return switch (state) {
      case DRAFTED, ENDORSED ->
          "If two reviewers approve, exactly these %d bytes are sent, sealed to the officers named above. Your approval covers the SHA-256 of these bytes."
              .formatted(bytes);
      case COUNTERSIGNED ->
          "Two reviewers approved exactly these %d bytes. They are sent after the release, sealed to the officers named above."
              .formatted(bytes);
      case RELEASED ->
          "Exactly these %d bytes are released. They are being sent, sealed to the officers named above."
              .formatted(bytes);
      case DELIVERED ->
          "Exactly these %d bytes were sent, sealed to the officers named above.".formatted(bytes);
      case RECALLED ->
          "Exactly these %d bytes were sent, sealed to the officers named above. The response was recalled afterwards."
              .formatted(bytes);
      case DECLINED, EXPIRED, REFUSED, HELD, TAKEN, UNMATCHED, ANSWERED_BEFORE ->
          "These %d bytes were drafted. They are not sent.".formatted(bytes);
    };
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
        Timestamps.of(word.expiresAt(), clock),
        word.signedWith() == null ? null : PageLayout.words(word.signedWith().name()),
        word.isVoid());
  }
}
