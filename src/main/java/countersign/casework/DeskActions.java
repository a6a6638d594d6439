package countersign.casework;

import countersign.approval.Approvals;
import countersign.approval.WorkItem;
import countersign.console.ApiException;
import countersign.console.Caller;
import countersign.console.ConsoleRefusal;
import countersign.console.PathIds;
import countersign.console.WrittenReason;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.reviewdesk.CaseClaim;
import countersign.reviewdesk.ClaimOutcome;
import countersign.reviewdesk.KeptReasons;
import countersign.reviewdesk.KeptReasons.Purpose;
import countersign.reviewdesk.ReviewDesk;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.event.LogoutSuccessEvent;

/** Claims, the next case and kept reasons, with the error for each that has no effect. */
class DeskActions {
  private static final int LONGEST = 2_000;

  private final ReviewDesk desk;
  private final KeptReasons reasons;
  private final Approvals approvals;

  DeskActions(ReviewDesk desk, KeptReasons reasons, Approvals approvals) {
    this.desk = desk;
    this.reasons = reasons;
    this.approvals = approvals;
  }

  /**
   * What the caller's own decision about this request made of it; empty if there is no such request
   * or the caller did not decide it.
   */
  Optional<String> decided(String fileId, String requestId, Caller caller) {
    return PathIds.request(fileId, requestId)
        .flatMap(key -> approvals.caseOf(key))
        .filter(
            one -> one.approvals().stream().anyMatch(row -> row.account().equals(caller.account())))
        .map(one -> "Request %s is now %s.%s".formatted(one.key(), one.state(), next(one.state())));
  }

  private static String next(RequestState state) {
    return switch (state) {
      case DRAFTED -> " It waits for a first reviewer.";
      case ENDORSED -> " It waits for a countersigner, who must be another person.";
      case COUNTERSIGNED -> " It leaves with its group at the release.";
      case DECLINED -> " Nothing of it is disclosed.";
      case REFUSED,
          HELD,
          TAKEN,
          UNMATCHED,
          EXPIRED,
          RELEASED,
          DELIVERED,
          RECALLED,
          ANSWERED_BEFORE ->
          "";
    };
  }

  ReviewDesk.DeskList list(Caller caller, WorkItem.Filter filter) {
    return desk.list(caller.reviewer(), filter);
  }

  /** The cases that the caller works on. */
  List<ReviewDesk.DeskCase> mine(Caller caller) {
    return desk.mine(caller.reviewer());
  }

  /**
   * Gives a case to the caller.
   *
   * @throws ApiException if the caller cannot have it
   */
  ClaimOutcome.Claimed claim(String fileId, String requestId, Caller caller) {
    RequestKey key = key(fileId, requestId);
    return claimed(desk.claim(key, caller.reviewer())).orElseThrow(PathIds::unknownRequest);
  }

  /**
   * Gives the next case that the filter shows to the caller; empty if none waits.
   *
   * @throws ApiException if the caller claims as many cases as one person may
   */
  Optional<ClaimOutcome.Claimed> next(Caller caller, WorkItem.Filter filter) {
    return claimed(desk.next(caller.reviewer(), filter));
  }

  private static Optional<ClaimOutcome.Claimed> claimed(ClaimOutcome outcome) {
    if (outcome instanceof ClaimOutcome.Claimed claimed) {
      return Optional.of(claimed);
    }
    if (outcome instanceof ClaimOutcome.ByOther other) {
      throw byOther(other.claim());
    }
    if (outcome instanceof ClaimOutcome.TooMany many) {
      throw tooMany(many);
    }
    if (outcome instanceof ClaimOutcome.NotOffered not) {
      throw ApiException.of(
          ConsoleRefusal.C409_OTHER_STATE,
          "Request %s is %s and does not wait for you. Take another case. Nothing was changed."
              .formatted(not.key(), not.state()));
    }
    return Optional.empty();
  }

  private static ApiException byOther(CaseClaim claim) {
    ConsoleRefusal refusal = ConsoleRefusal.C409_CLAIMED;
    return new ApiException(
        HttpStatus.CONFLICT,
        refusal.name(),
        "Another person works on the case.",
        "Request %s: %s was faster and works on it until %s. Take another case. Nothing was changed."
            .formatted(claim.key(), claim.account(), claim.until()),
        Map.of("claimedBy", claim.account(), "claimedUntil", claim.until().toString()));
  }

  private static ApiException tooMany(ClaimOutcome.TooMany many) {
    return ApiException.of(
        ConsoleRefusal.C409_TOO_MANY_CLAIMS,
        "You work on %d cases, as many as one person may: %s. Decide one of them or give one back."
            .formatted(
                many.open().size(),
                many.open().stream().map(RequestKey::toString).collect(Collectors.joining(", "))));
  }

  /** Ends the caller's claim; returns whether there was one. */
  boolean unclaim(String fileId, String requestId, Caller caller) {
    return desk.release(key(fileId, requestId), caller.reviewer());
  }

  /** What the caller wrote about a case. */
  Map<Purpose, String> kept(String fileId, String requestId, Caller caller) {
    return reasons.of(seen(fileId, requestId, caller), caller.account());
  }

  /**
   * Keeps what the caller wrote about a case, and extends the caller's claim.
   *
   * @throws ApiException if there is no such case, the purpose is unknown or the text is too long
   */
  void keep(String fileId, String requestId, Caller caller, ClaimJson.Kept kept) {
    RequestKey key = seen(fileId, requestId, caller);
    String text = WrittenReason.text(kept.text() == null ? "" : kept.text());
    if (text.length() > LONGEST) {
      throw ApiException.of(
          ConsoleRefusal.C422_NO_REASON,
          "The text has more than 2,000 characters. Nothing was changed.");
    }
    reasons.keep(key, caller.account(), purpose(kept.purpose()), text);
    desk.works(key, caller.account());
  }

  private static Purpose purpose(@Nullable String name) {
    return Arrays.stream(Purpose.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ApiException.of(
                    ConsoleRefusal.C400_MALFORMED,
                    "The purpose is ENDORSE, COUNTERSIGN, DENY or LIFT. Nothing was changed."));
  }

  private RequestKey seen(String fileId, String requestId, Caller caller) {
    RequestKey key = key(fileId, requestId);
    return approvals.caseOf(key, caller.reviewer()).orElseThrow(PathIds::unknownRequest).key();
  }

  private static RequestKey key(String fileId, String requestId) {
    return PathIds.request(fileId, requestId).orElseThrow(PathIds::unknownRequest);
  }

  /** A person who signs out gives every case back. */
  @EventListener
  public void signedOut(LogoutSuccessEvent event) {
    desk.signedOut(event.getAuthentication().getName());
  }
}
