package countersign.verification;

import static countersign.verification.Cheat.altered;
import static countersign.verification.Cheat.extra;
import static countersign.verification.Cheat.missing;

import java.util.List;

/**
 * Cheats at approvals, denials, drafts and stops. R-000001 and R-000002 were disclosed, R-000003
 * was denied.
 */
final class CheatsAtDecisions {
  private static final String FILE = "DHS-ICE_T_20261124_0001";
  private static final String ENDORSED =
      "select number from approval where id like '%R-000001' and step = 'ENDORSE'";
  private static final String FIRST = "select '" + FILE + "/R-000001'";
  private static final String THIRD = "select '" + FILE + "/R-000003'";
  private static final String SLICE = "select '" + FILE + "/1'";
  private static final String STOP = "select min(number) from stop";
  private static final String LIFTED = "select stop from stop_lift";

  private CheatsAtDecisions() {}

  private static String change(String assignment) {
    return "update approval set " + assignment + " where number = (" + ENDORSED + ")";
  }

  static List<Cheat> approvals() {
    return List.of(
        missing(
            "an approval was deleted",
            "delete from approval where number = (" + ENDORSED + ")",
            "approval",
            FIRST),
        missing(
            "a denial was deleted",
            "delete from approval where step = 'DECLINE'",
            "approval",
            THIRD),
        extra(
            "an approval was inserted",
            """
            insert into approval (id, step, account, draft_sha256, reason_sealed, at)
            select id, 'ENDORSE', 'adams', sha256, '', now() from draft where id like '%R-000003'
            """,
            "approval",
            "select number from approval where id like '%R-000003' and step = 'ENDORSE'"),
        extra(
            "an approval was turned to another request",
            change("id = '" + FILE + "/R-000003'"),
            "approval",
            ENDORSED),
        extra(
            "a lift of a denial was inserted",
            """
            insert into approval (id, step, account, draft_sha256, reason_sealed, at)
            select id, 'LIFT', 'ellis', sha256, '', now() from draft where id like '%R-000003'
            """,
            "approval",
            "select number from approval where step = 'LIFT'"),
        altered(
            "an approval got another account", change("account = 'clark'"), "approval", ENDORSED),
        altered(
            "an approval got another hash",
            change("draft_sha256 = sha256('x')"),
            "approval",
            ENDORSED),
        altered(
            "an approval got another signature",
            change("signature = sha512('x')"),
            "approval",
            ENDORSED),
        altered(
            "an approval got another key",
            change("key_id = repeat('0', 64)"),
            "approval",
            ENDORSED),
        altered("an approval lost its statement", change("statement = null"), "approval", ENDORSED),
        altered(
            "a signed statement was changed",
            change(
                "statement = convert_to(replace(convert_from(statement, 'UTF8'), '\"expiresAt\":\"2026', '\"expiresAt\":\"2036'), 'UTF8')"),
            "approval",
            ENDORSED),
        altered(
            "an approval expires later",
            change("lapses_at = lapses_at + interval '9 years'"),
            "approval",
            ENDORSED),
        altered(
            "an approval got another time",
            change("at = at + interval '1 day'"),
            "approval",
            ENDORSED),
        altered(
            "an answer was changed", change("identifies_informant = true"), "approval", ENDORSED),
        altered(
            "a denial became an approval's step",
            "update approval set account = 'gateway', statement = null, signature = null where step = 'DECLINE'",
            "approval",
            "select number from approval where step = 'DECLINE'"));
  }

  static List<Cheat> copies() {
    return List.of(
        copy("an approval was stored again", 9999),
        copy("an approval was stored again before all others", -27),
        altered(
            "an approval was recorded again",
            """
            insert into event (id, subject, verb, at, bytes) overriding system value
            select 999999, subject, verb, at, bytes from event where subject like '%R-000001' and verb = 'endorse'
            """,
            "event",
            "select 999999"),
        altered(
            "an approval was recorded again after a lapse",
            """
            insert into event (id, subject, verb, at, bytes) overriding system value
            select 999998, subject, 'lapse', at, convert_to(replace(replace(convert_from(bytes, 'UTF8'), '"endorse"', '"lapse"'), '"at":"2026', '"at":"2027'), 'UTF8')
            from event where subject like '%R-000001' and verb = 'endorse'
            """,
            "approval",
            ENDORSED));
  }

  /** The index that refuses a second row is gone; the original is not named in its place. */
  private static Cheat copy(String name, long number) {
    return altered(
        name,
        "drop index approval_once; insert into approval (number, id, step, account, draft_sha256, reason_sealed, identifies_informant, impairs_investigation, at, lapses_at, statement, signature, key_id) overriding system value"
            + " select %d, id, step, account, draft_sha256, reason_sealed, identifies_informant, impairs_investigation, at, lapses_at, statement, signature, key_id from approval where number = (%s)"
                .formatted(number, ENDORSED),
        "approval",
        "select number from approval where number = " + number);
  }

  static List<Cheat> drafts() {
    return List.of(
        altered(
            "a draft got another hash",
            "update draft set sha256 = sha256('x') where id like '%R-000001'",
            "draft",
            FIRST),
        altered(
            "a draft got another hash, in its slice",
            "update draft set sha256 = sha256('x') where id like '%R-000003'",
            "draft",
            SLICE),
        altered(
            "a draft was deleted", "delete from draft where id like '%R-000003'", "draft", SLICE),
        altered(
            "an internal reason became a draft",
            """
            insert into draft (id, sha256, item_sealed, evidence_sealed, drafted_at)
            select id, sha256('x'), '', '', now() from no_match limit 1
            """,
            "draft",
            "select s.file_id || '/' || s.slice from no_match n join request_status s on s.id = n.id"),
        extra(
            "a draft was inserted for a request that was not looked up",
            """
            insert into draft (id, sha256, item_sealed, evidence_sealed, drafted_at)
            select id, sha256('x'), '', '', now() from request_status where slice is null limit 1
            """,
            "draft",
            "select file_id || '/0' from request_status where slice is null"));
  }

  static List<Cheat> stops() {
    return List.of(
        missing(
            "a stop was deleted", "delete from stop where number = (" + STOP + ")", "stop", STOP),
        missing("a lift was deleted", "delete from stop_lift", "stop_lift", LIFTED),
        extra(
            "a stop was inserted",
            "insert into stop (scope, value, reason, set_by, set_at) values ('ALL', '*', '-', 'dunn', now())",
            "stop",
            "select number from stop where scope = 'ALL'"),
        extra(
            "a lift was inserted",
            "insert into stop_lift (stop, lifted_by, lifted_at, reason) select min(number), 'ellis', now(), '-' from stop",
            "stop_lift",
            STOP),
        altered(
            "a stop got another scope",
            "update stop set value = 'OFF-0498' where number = (" + STOP + ")",
            "stop",
            STOP),
        altered(
            "a stop got another person",
            "update stop set set_by = 'ellis' where number = (" + STOP + ")",
            "stop",
            STOP),
        altered(
            "a lift got another person",
            "update stop_lift set lifted_by = 'carla'",
            "stop_lift",
            LIFTED),
        altered(
            "the person who set a stop lifted it",
            "update stop_lift set lifted_by = 'dunn'",
            "stop_lift",
            LIFTED));
  }
}
