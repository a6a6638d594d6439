package countersign.verification;

import static countersign.verification.Cheat.altered;
import static countersign.verification.Cheat.extra;
import static countersign.verification.Cheat.missing;

import java.util.List;

/** Cheats at the decisions on control cases, and at the waivers of the rotation of pairs. */
final class CheatsAtDesk {
  private static final String ENDORSED =
      "select number from control_decision where step = 'ENDORSE'";
  private static final String OF_ENDORSED = " where step = 'ENDORSE'";
  private static final String WAIVER = "select number from pair_waiver";

  private CheatsAtDesk() {}

  static List<Cheat> decisions() {
    return List.of(
        missing(
            "a decision on a control case was deleted",
            "delete from control_decision" + OF_ENDORSED,
            "control_decision",
            "select id from control_case"),
        extra(
            "a decision on a control case was inserted",
            """
            insert into control_decision (id, step, account, reason_sealed, at, statement, signature, key_id)
            select id, step, account, reason_sealed, at + interval '1 second', statement, signature, key_id
            from control_decision where step = 'DECLINE'
            """,
            "control_decision",
            "select number from control_decision where number > 2"),
        ofEndorsed("a decision on a control case got another account", "account = 'baker'"),
        ofEndorsed(
            "a decision on a control case got another time", "at = at + interval '1 second'"),
        ofEndorsed("an endorsement of a control case became a denial", "step = 'DECLINE'"),
        ofEndorsed(
            "an endorsement of a control case lapses later",
            "lapses_at = lapses_at + interval '1 day'"),
        ofEndorsed("a control decision lost its signature", "signature = sha512('x')"),
        ofEndorsed(
            "a control decision got the signature of another one",
            "(statement, signature, key_id) = (select statement, signature, key_id from"
                + " control_decision where step = 'DECLINE')"),
        ofEndorsed("a control decision got another statement", "statement = 'x'"));
  }

  private static Cheat ofEndorsed(String name, String set) {
    return altered(
        name, "update control_decision set " + set + OF_ENDORSED, "control_decision", ENDORSED);
  }

  static List<Cheat> waivers() {
    return List.of(
        missing(
            "a waiver was deleted",
            "delete from pair_waiver",
            "pair_waiver",
            "select id from pair_waiver"),
        altered(
            "a waiver got another endorser",
            "update pair_waiver set endorser = 'other'",
            "pair_waiver",
            WAIVER),
        altered(
            "a waiver got another countersigner",
            "update pair_waiver set countersigner = 'other'",
            "pair_waiver",
            WAIVER),
        altered(
            "a waiver got another time",
            "update pair_waiver set at = at + interval '1 second'",
            "pair_waiver",
            WAIVER),
        extra(
            "a waiver was inserted",
            "insert into pair_waiver (id, endorser, countersigner, at) select id, endorser,"
                + " countersigner, at + interval '1 hour' from pair_waiver",
            "pair_waiver",
            "select number from pair_waiver where number > 1"));
  }
}
