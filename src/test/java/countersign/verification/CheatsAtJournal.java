package countersign.verification;

import static countersign.verification.Cheat.altered;
import static countersign.verification.Cheat.extra;
import static countersign.verification.Cheat.missing;

import java.util.List;

/** Cheats at what the gateway took over from a journal after an older database was restored. */
final class CheatsAtJournal {
  private static final String RESPONSE = "select id from reconstructed";
  private static final String HEAD = "select head from lost_past where step = 'TAKEN'";

  private CheatsAtJournal() {}

  static List<Cheat> responses() {
    return List.of(
        altered(
            "a response of a lost past got another hash",
            "update reconstructed set sealed_sha256 = sha256('x')",
            "reconstructed",
            RESPONSE),
        altered(
            "a response of a lost past got another event",
            "update reconstructed set event = 1",
            "reconstructed",
            RESPONSE),
        missing(
            "a response of a lost past was deleted, so that it may leave again",
            "delete from answered_before; delete from reconstructed",
            "reconstructed",
            RESPONSE),
        extra(
            "a response of a lost past was inserted, so that none leaves",
            "insert into reconstructed (id, sealed_sha256, uploaded_at, event) values ('DHS-ICE_T_20261124_0001.rsp.AAAAAAAA', sha256('x'), now(), 1)",
            "reconstructed",
            "select id from reconstructed where id like '%.rsp.AAAAAAAA'"),
        altered(
            "a request of a lost past was deleted, so that it may be answered again",
            "delete from answered_before where request like '%R-000901'",
            "answered_before",
            RESPONSE),
        altered(
            "a request was inserted as answered before, so that nobody answers it",
            "insert into answered_before (request, response_id, outcome, item_sha256) select 'DHS-ICE_T_20261124_0001/R-000004', id, 'DISCLOSED', sha256('x') from reconstructed",
            "answered_before",
            RESPONSE),
        altered(
            "a disclosure of a lost past was hidden",
            "update answered_before set outcome = 'NOT_DISCLOSED'",
            "answered_before",
            RESPONSE),
        missing(
            "the accounting of a lost past was deleted",
            "delete from accounting_entry where kind = 'RECONSTRUCTED' and request_id = 'R-000901'",
            "accounting_entry",
            "select 'DHS-ICE_T_20261123_0009/R-000901'"),
        altered(
            "the accounting of a lost past was replaced",
            "update accounting_entry set digest = sha256('x') where kind = 'RECONSTRUCTED'",
            "accounting_entry",
            RESPONSE));
  }

  static List<Cheat> journals() {
    return List.of(
        extra(
            "a lost past was confirmed without two people",
            "insert into lost_past (head, step, ledger_size, document_sha256) values (repeat('e', 64), 'TAKEN', 9, repeat('d', 64))",
            "lost_past",
            "select repeat('e', 64)"),
        missing(
            "the confirmation of a lost past was deleted",
            "delete from lost_past where step = 'TAKEN'",
            "lost_past",
            HEAD),
        altered(
            "a lost past was confirmed by another document",
            "update lost_past set document_sha256 = repeat('d', 64) where step = 'TAKEN'",
            "lost_past",
            HEAD));
  }
}
