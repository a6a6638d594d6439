package countersign.approval;

import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Role;
import java.time.Instant;
import java.util.Optional;

/** The result of a reviewer's decision. Only {@link Done} means that the decision counts. */
public sealed interface ApprovalOutcome
    permits ApprovalOutcome.Done,
        ApprovalOutcome.Unknown,
        ApprovalOutcome.WrongRole,
        ApprovalOutcome.WrongPerson,
        ApprovalOutcome.Vetoed,
        ApprovalOutcome.NotOfRecord,
        ApprovalOutcome.SameCounsel,
        ApprovalOutcome.TooLate,
        ApprovalOutcome.StaleDraft,
        ApprovalOutcome.Expired,
        ApprovalOutcome.WrongState,
        ApprovalOutcome.TooSoon,
        ApprovalOutcome.Unanswered,
        ApprovalOutcome.NoReason,
        NotEnrolled,
        ClaimedByOther,
        SamePair,
        DecidedOtherwise {

  /** The kind of this outcome, for switches that handle every outcome. */
  OutcomeKind kind();

  /**
   * The message for the reviewer. It starts with the code, if there is one, and says what happened
   * to which request, what was expected and found, and what to do next.
   */
  String message();

  /** The reason code; empty if the outcome has none. */
  default Optional<ReasonCode> code() {
    return Optional.empty();
  }

  /**
   * The decision counts. The same decision, repeated by the same person, counts once.
   *
   * @param key the request's key
   * @param state the state of the request now
   */
  record Done(RequestKey key, RequestState state) implements ApprovalOutcome {
    @Override
    public OutcomeKind kind() {
      return OutcomeKind.DONE;
    }

    @Override
    public String message() {
      return "Request %s is %s.".formatted(key, state);
    }
  }

  /** There is no such request. */
  record Unknown(RequestKey key) implements ApprovalOutcome {
    @Override
    public OutcomeKind kind() {
      return OutcomeKind.UNKNOWN;
    }

    @Override
    public String message() {
      return "No request has the id %s.".formatted(key);
    }
  }

  /** The account does not have the role that this step needs. */
  record WrongRole(RequestKey key, Role needed) implements ApprovalOutcome {
    @Override
    public OutcomeKind kind() {
      return OutcomeKind.WRONG_ROLE;
    }

    @Override
    public String message() {
      return "Request %s: this action needs the role %s. Nothing was changed."
          .formatted(key, needed);
    }
  }

  /**
   * The account may not approve this request: it already gave the first approval, it belongs to the
   * requester, or one of its roles excludes reviewing.
   *
   * @param key the request's key
   * @param account the account that tried
   * @param firstAt the time at which the same account endorsed; empty for the other two causes
   * @param expiresAt the time at which the first approval expires; empty as for {@code firstAt}
   */
  record WrongPerson(
      RequestKey key, String account, Optional<Instant> firstAt, Optional<Instant> expiresAt)
      implements ApprovalOutcome {
    @Override
    public OutcomeKind kind() {
      return OutcomeKind.WRONG_PERSON;
    }

    @Override
    public Optional<ReasonCode> code() {
      return Optional.of(ReasonCode.D404_SAME_APPROVER);
    }

    @Override
    public String message() {
      if (firstAt.isEmpty() || expiresAt.isEmpty()) {
        return "%s  Request %s: %s has another part in this request and cannot approve it. A different reviewer must approve it. Nothing was released."
            .formatted(ReasonCode.D404_SAME_APPROVER, key, account);
      }
      return "%s  Request %s: both approvals would be by %s, who endorsed it at %s. A second, different reviewer must approve before %s, when the first approval expires. Nothing was released."
          .formatted(ReasonCode.D404_SAME_APPROVER, key, account, firstAt.get(), expiresAt.get());
    }
  }

  /** Counsel denied the request or file with this id; the ledger records the attempt. */
  record Vetoed(String subject) implements ApprovalOutcome {
    @Override
    public OutcomeKind kind() {
      return OutcomeKind.VETOED;
    }

    @Override
    public Optional<ReasonCode> code() {
      return Optional.of(ReasonCode.A110_COUNSEL_REFUSED);
    }

    @Override
    public String message() {
      return "%s  %s: counsel denied it. Only the same counsel together with a second counsel can lift the denial, and only before it is answered. The attempt is recorded; nothing was changed."
          .formatted(ReasonCode.A110_COUNSEL_REFUSED, subject);
    }
  }

  /** The counsel who denied the request, with this account, must ask for the reversal first. */
  record NotOfRecord(RequestKey key, String account) implements ApprovalOutcome {
    @Override
    public OutcomeKind kind() {
      return OutcomeKind.NOT_OF_RECORD;
    }

    @Override
    public Optional<ReasonCode> code() {
      return Optional.of(ReasonCode.A110_COUNSEL_REFUSED);
    }

    @Override
    public String message() {
      return "%s  Request %s: %s denied it and must first ask, with a reason, to lift the denial. A second counsel can then lift it. The attempt is recorded; nothing was changed."
          .formatted(ReasonCode.A110_COUNSEL_REFUSED, key, account);
    }
  }

  /** The account denied the request as counsel, so it cannot be the second counsel. */
  record SameCounsel(RequestKey key, String account) implements ApprovalOutcome {
    @Override
    public OutcomeKind kind() {
      return OutcomeKind.SAME_COUNSEL;
    }

    @Override
    public Optional<ReasonCode> code() {
      return Optional.of(ReasonCode.D404_SAME_APPROVER);
    }

    @Override
    public String message() {
      return "%s  Request %s: %s denied it. A second, different counsel must lift the denial. The attempt is recorded; nothing was changed."
          .formatted(ReasonCode.D404_SAME_APPROVER, key, account);
    }
  }

  /** The request's answer is due, so counsel's denial can no longer be lifted. */
  record TooLate(RequestKey key) implements ApprovalOutcome {
    @Override
    public OutcomeKind kind() {
      return OutcomeKind.TOO_LATE;
    }

    @Override
    public Optional<ReasonCode> code() {
      return Optional.of(ReasonCode.A110_COUNSEL_REFUSED);
    }

    @Override
    public String message() {
      return "%s  Request %s: its answer is due, so the denial can no longer be lifted. The agency can send a new request. Nothing was changed."
          .formatted(ReasonCode.A110_COUNSEL_REFUSED, key);
    }
  }

  /** The draft changed after the reviewer read it; the SHA-256 is that of the current draft. */
  record StaleDraft(RequestKey key, String draftSha256) implements ApprovalOutcome {
    @Override
    public OutcomeKind kind() {
      return OutcomeKind.STALE_DRAFT;
    }

    @Override
    public Optional<ReasonCode> code() {
      return Optional.of(ReasonCode.D406_MANIFEST_CHANGED);
    }

    @Override
    public String message() {
      return "%s  Request %s: the draft changed and its SHA-256 is now %s. Read the new draft and decide again. Nothing was changed."
          .formatted(ReasonCode.D406_MANIFEST_CHANGED, key, draftSha256);
    }
  }

  /** The endorsement expired; the request waits for a first reviewer again. */
  record Expired(RequestKey key) implements ApprovalOutcome {
    @Override
    public OutcomeKind kind() {
      return OutcomeKind.EXPIRED;
    }

    @Override
    public Optional<ReasonCode> code() {
      return Optional.of(ReasonCode.D405_APPROVAL_EXPIRED);
    }

    @Override
    public String message() {
      return "%s  Request %s: an approval has expired. A first reviewer must endorse it again. Nothing was released."
          .formatted(ReasonCode.D405_APPROVAL_EXPIRED, key);
    }
  }

  /** The request is in a state in which this step is not possible. */
  record WrongState(RequestKey key, RequestState state) implements ApprovalOutcome {
    @Override
    public OutcomeKind kind() {
      return OutcomeKind.WRONG_STATE;
    }

    @Override
    public String message() {
      return "Request %s is %s and does not wait for this. Nothing was changed."
          .formatted(key, state);
    }
  }

  /**
   * The agreement's reviewing floor has not passed.
   *
   * @param key the request's key
   * @param earliest the earliest time at which this reviewer may approve it
   */
  record TooSoon(RequestKey key, Instant earliest) implements ApprovalOutcome {
    @Override
    public OutcomeKind kind() {
      return OutcomeKind.TOO_SOON;
    }

    @Override
    public String message() {
      return "Request %s: the agreement requires a longer review of each case. You can approve this one from %s on. Nothing was changed."
          .formatted(key, earliest);
    }
  }

  /** A question of 6103(i)(6) was not answered. */
  record Unanswered(RequestKey key) implements ApprovalOutcome {
    @Override
    public OutcomeKind kind() {
      return OutcomeKind.UNANSWERED;
    }

    @Override
    public String message() {
      return "Request %s: answer both questions of 6103(i)(6). Nothing was changed.".formatted(key);
    }
  }

  /** No reason was given. */
  record NoReason(RequestKey key) implements ApprovalOutcome {
    @Override
    public OutcomeKind kind() {
      return OutcomeKind.NO_REASON;
    }

    @Override
    public String message() {
      return "Request %s: write a reason in your own words, at most 2,000 characters. Nothing was changed."
          .formatted(key);
    }
  }
}
