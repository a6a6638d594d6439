package countersign.verification;

import static countersign.verification.Cheat.altered;
import static countersign.verification.Cheat.extra;
import static countersign.verification.Cheat.missing;

import java.util.List;

/** Cheats at the columns that say where a file came from, by which stops are found. */
final class CheatsAtFiles {
  private static final String FIRST = "select min(id) from file where agreement is not null";

  private CheatsAtFiles() {}

  static List<Cheat> origins() {
    return List.of(
        changed("a file got another partner", "partner = 'other'"),
        changed("a file got another agency", "agency = 'OTHER'"),
        changed("a file got another agreement", "agreement = 'another'"),
        changed("a file lost its agreement", "agreement = null"),
        changed(
            "a file got another day of arrival", "received_at = received_at - interval '1 day'"),
        changed("a file got another rule set", "rule_set = 'x'"),
        changed("a file lost the rules that judged it", "rules_applied = null"),
        changed("a file got another header", "header_sealed = sha256('x')"),
        changed("a file lost its header", "header_sealed = null"),
        changed("a file got another requester", "requester = 'OFF-0499'"),
        changed("a file got another number of requests", "requests = 1"),
        extra(
            "a version of a signed document was inserted",
            "insert into adoption (number, document, serial, sha256, at) overriding system value values (9999, 'posture.yaml', 99, 'x', now())",
            "adoption",
            "select number from adoption where number = 9999"),
        extra(
            "an encrypted key was copied to the name of a coming file",
            "insert into vault_key (name, purpose, wrapped) select 'draft/X', purpose, wrapped from vault_key limit 1",
            "vault_key",
            "select name from vault_key where name = 'draft/X'"),
        missing("a file was deleted", "delete from file where id = (" + FIRST + ")", "file", FIRST),
        extra(
            "a file was inserted",
            """
            insert into file select (jsonb_populate_record(f, '{"id":"DHS-ICE_T_20261124_0077","sequence":77}')).* from file f
            where id = (select min(id) from file)
            """,
            "file",
            "select id from file where id = 'DHS-ICE_T_20261124_0077'"));
  }

  static List<Cheat> codes() {
    String request = "select min(id) from request_status where file_id = (" + FIRST + ")";
    return List.of(
        changed("a file got a code", "file_codes = '{F105_SEQUENCE_GAP}'"),
        changed("a file got a detail", "file_details = '[{\"code\":\"F113_EMPTY\"}]'"),
        altered(
            "a refused file lost its codes",
            "update file set file_codes = '{}' where state = 'REFUSED'",
            "file",
            "select min(id) from file where state = 'REFUSED'"),
        altered(
            "a request got a code of a rule",
            "update request_status set codes = '{A101_REQUESTER_NOT_AUTHORIZED}' where id = ("
                + request
                + ")",
            "request_status",
            FIRST),
        altered(
            "a request got the code of a denial",
            "update request_status set codes = '{A112_HOLD_REFUSED}' where id = (" + request + ")",
            "request_status",
            request));
  }

  static List<Cheat> reasons() {
    String first = "select min(number) from remark";
    return List.of(
        altered(
            "the reason of an action was replaced",
            "update remark set words = 'Another reason.' where number = (" + first + ")",
            "remark",
            first),
        altered(
            "a reason was given to another person",
            "update remark set account = 'adams' where number = (" + first + ")",
            "remark",
            first),
        missing(
            "a reason was deleted",
            "delete from remark",
            "remark",
            "select min(id) from event where verb = 'pause'"),
        altered(
            "a reason was inserted",
            "insert into remark (verb, subject, account, at, words) select verb, subject, account, at, 'One more.' from remark where number = ("
                + first
                + ")",
            "remark",
            "select number from remark where words = 'One more.'"));
  }

  private static Cheat changed(String name, String set) {
    return altered(name, "update file set " + set + " where id = (" + FIRST + ")", "file", FIRST);
  }
}
