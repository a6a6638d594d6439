package countersign.receipts;

import countersign.authority.Authority;
import countersign.authority.Schedule;
import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.Refused;
import countersign.request.ResponseState;
import countersign.request.Verb;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What each officer has said about each response: nothing, RECEIVED or DISPOSED. The only class
 * that writes it. Stateless.
 */
final class Custody {
  private static final Duration REVIEW_AFTER = Duration.ofDays(180);

  private final JdbcCustody rows;
  private final Authority authority;
  private final KnownRecalls recalls;

  Custody(JdbcCustody rows, Authority authority, KnownRecalls recalls) {
    this.rows = rows;
    this.authority = authority;
    this.recalls = recalls;
  }

  /**
   * A response that an officer was sent.
   *
   * @param agreement the agreement of its file
   * @param sealedSha256 of its bytes, hexadecimal
   * @param reviewBy the day in its header
   */
  record Sent(
      String response,
      String officer,
      String agency,
      String agreement,
      String sealedSha256,
      LocalDate reviewBy) {
    String id() {
      return response + "/" + officer;
    }
  }

  /**
   * The response that a document is about.
   *
   * @throws Refused S507 if the agency's officer was sent no such response or no such recall, S508
   *     if its bytes have another hash
   */
  Sent sent(ReceiptDocument said, String agency) {
    Sent sent =
        rows.sent(said.responseId(), said.officerId(), agency)
            .filter(found -> isRecalled(said))
            .orElseThrow(() -> new Refused(List.of(ReasonCode.S507_UNKNOWN_RESPONSE), List.of()));
    if (!sent.sealedSha256().equals(said.sealedSha256().toLowerCase(Locale.ROOT))) {
      throw new Refused(List.of(ReasonCode.S508_HASH_DIFFERS), List.of());
    }
    return sent;
  }

  private boolean isRecalled(ReceiptDocument said) {
    String recall = said.recallId();
    return recall == null || recalls.isAbout(recall, said.responseId());
  }

  /** Records what an officer says, in the caller's transaction. */
  void record(Change change, Sent sent, ReceiptDocument said, FileId by) {
    boolean first = change.lock(Entity.CUSTODY, sent.id()).isEmpty();
    ReceiptDocument.Kind kind = said.said();
    if (first) {
      enter(change, sent, by, kind.ends() ? ResponseState.DISPOSED : ResponseState.RECEIVED);
      change.event(Verb.CONFIRM, sent.response(), facts(sent, by, Map.of()));
    }
    if (kind.ends()) {
      boolean moved =
          first
              || change.move(
                  Entity.CUSTODY,
                  sent.id(),
                  Set.of(ResponseState.RECEIVED),
                  ResponseState.DISPOSED);
      if (moved) {
        rows.disposed(sent.id(), kind, by, change.now());
        change.event(Verb.DISPOSE, sent.response(), facts(sent, by, Map.of("kind", kind.name())));
      }
    } else if (kind == ReceiptDocument.Kind.STILL_PROTECTED) {
      prolong(change, sent, by);
    }
    String recall = said.recallId();
    if (recall != null) {
      rows.answered(sent.id(), recall);
    }
  }

  private static void enter(Change change, Sent sent, FileId by, ResponseState state) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("id", sent.id());
    columns.put("response_id", sent.response());
    columns.put("officer", sent.officer());
    columns.put("agency", sent.agency());
    columns.put("confirmed_at", Timestamp.from(change.now()));
    columns.put("confirmed_by", by.value());
    change.enter(Entity.CUSTODY, state, columns);
  }

  /** Sets a new day once; further ones need two people. */
  private void prolong(Change change, Sent sent, FileId by) {
    Duration longer =
        Optional.of(sent.agreement())
            .flatMap(authority::agreement)
            .map(agreement -> agreement.schedule())
            .map(Schedule::reviewAfter)
            .orElse(REVIEW_AFTER);
    LocalDate day = sent.reviewBy().plusDays(longer.toDays());
    if (rows.prolonged(sent.id(), day, by)) {
      change.event(
          Verb.DISPOSE,
          sent.response(),
          facts(
              sent,
              by,
              Map.of(
                  "kind",
                  ReceiptDocument.Kind.STILL_PROTECTED.name(),
                  "reviewBy",
                  day.toString())));
    }
  }

  private static Map<String, String> facts(Sent sent, FileId by, Map<String, String> more) {
    Map<String, String> facts = new TreeMap<>(more);
    facts.put("officer", sent.officer());
    facts.put("sealedSha256", sent.sealedSha256());
    facts.put("document", by.value());
    return facts;
  }
}
