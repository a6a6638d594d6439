package countersign.verification;

import static countersign.verification.Cheat.altered;
import static countersign.verification.Cheat.extra;
import static countersign.verification.Cheat.missing;

import java.util.List;

/** Cheats at the statements of sealings, and at the signatures of people in the events. */
final class CheatsAtSignatures {
  private static final String RESPONSE =
      "select response_id from response_item where request like '%R-000001'";
  private static final String OF_RESPONSE = " where id = (" + RESPONSE + ")";
  private static final String ACKNOWLEDGEMENT = "select 'DHS-ICE_T_20261124_0001.ack.001'";

  private CheatsAtSignatures() {}

  static List<Cheat> seals() {
    return List.of(
        missing(
            "a seal's statement was deleted",
            "delete from seal_statement" + OF_RESPONSE,
            "seal_statement",
            RESPONSE),
        missing(
            "the statement of an acknowledgement was deleted",
            "delete from seal_statement where id = (" + ACKNOWLEDGEMENT + ")",
            "seal_statement",
            ACKNOWLEDGEMENT),
        extra(
            "a seal's statement was inserted",
            "insert into seal_statement (id, statement, signature) select id || '.X', statement, signature from seal_statement"
                + OF_RESPONSE,
            "seal_statement",
            "select id from seal_statement where id like '%.rsp.%.X' order by number desc limit 1"),
        altered(
            "a seal's statement got another hash",
            "update seal_statement set statement = convert_to(regexp_replace(convert_from(statement, 'UTF8'), '\"sha256\":\"..', '\"sha256\":\"00'), 'UTF8')"
                + OF_RESPONSE,
            "seal_statement",
            RESPONSE),
        altered(
            "a seal's statement became no statement",
            "update seal_statement set statement = 'x'" + OF_RESPONSE,
            "seal_statement",
            RESPONSE),
        altered(
            "a seal's signature was replaced",
            "update seal_statement set signature = sha512('x')" + OF_RESPONSE,
            "seal_statement",
            RESPONSE),
        altered(
            "a sealed response got the hash of other bytes",
            "update response set sealed_bytes = 'x', sealed_sha256 = sha256('x')" + OF_RESPONSE,
            "seal_statement",
            RESPONSE));
  }

  static List<Cheat> actions() {
    return List.of(
        changed("the signature of a lift was changed", "lift", "stop_lift", "select 2"),
        changed("the signature of a proposal was changed", "propose", "stop_lift", "select 2"),
        changed(
            "the signature of a taken file was changed",
            "take",
            "event",
            "select min(id) from event where verb = 'take' and position('\"signature\":'::bytea in bytes) > 0"),
        altered(
            "a signed action was recorded again",
            """
            insert into event (id, subject, verb, at, bytes) overriding system value
            select 999999, subject, verb, at, bytes from event where verb = 'take' and position('"signature":'::bytea in bytes) > 0 order by id limit 1
            """,
            "event",
            "select 999999"),
        altered(
            "a held file was taken by an event that nobody signed",
            """
            insert into event (subject, verb, at, bytes)
            select subject, verb, at, convert_to(regexp_replace(convert_from(bytes, 'UTF8'), ',"signature":"[0-9a-f]+"', ''), 'UTF8')
            from event where verb = 'take' and position('"signature":'::bytea in bytes) > 0 order by id limit 1
            """,
            "event",
            "select id from event where verb = 'take' and subject !~ '/[0-9]+$' and position('\"signature\":'::bytea in bytes) = 0"),
        altered(
            "a stop was lifted by rows and events that no key signed",
            """
            insert into event (subject, verb, at, bytes)
            select 'stop/1', 'lift', at, convert_to(replace(replace(convert_from(bytes, 'UTF8'), 'stop/2', 'stop/1'), '"stop"', '"lift"'), 'UTF8')
            from event where subject = 'stop/2' and verb = 'stop'
            """,
            "stop_lift",
            "select 1"));
  }

  private static Cheat changed(String name, String verb, String table, String id) {
    return altered(
        name,
        "update event set bytes = convert_to(regexp_replace(convert_from(bytes, 'UTF8'), '\"signature\":\"....', '\"signature\":\"0000'), 'UTF8') where verb = '"
            + verb
            + "' and position('\"signature\":'::bytea in bytes) > 0",
        table,
        id);
  }
}
