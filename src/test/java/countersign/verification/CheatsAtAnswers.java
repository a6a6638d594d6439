package countersign.verification;

import static countersign.verification.Cheat.altered;
import static countersign.verification.Cheat.extra;
import static countersign.verification.Cheat.missing;

import java.util.List;

/** Cheats at responses, their bytes and results, at the accounting and at the events. */
final class CheatsAtAnswers {
  private static final String FILE = "DHS-ICE_T_20261124_0001";
  private static final String FIRST = "select '" + FILE + "/R-000001'";
  private static final String THIRD = "select '" + FILE + "/R-000003'";
  private static final String LAST =
      "select id from request_status where file_id = '" + FILE + "' order by number desc limit 1";
  private static final String RESPONSE =
      "select response_id from response_item where request like '%R-000001'";
  private static final String OF_RESPONSE = " where id = (" + RESPONSE + ")";
  private static final String FIRST_ENTRY = "select '" + FILE + "/1'";
  private static final String OF_FILE = " where file_id = '" + FILE + "'";

  private CheatsAtAnswers() {}

  static List<Cheat> responses() {
    return List.of(
        altered(
            "a response got another hash",
            "update response set sealed_sha256 = sha256('x')" + OF_RESPONSE,
            "response",
            RESPONSE),
        altered(
            "a response got other bytes and their hash",
            "update response set sealed_bytes = 'x', sealed_sha256 = sha256('x')" + OF_RESPONSE,
            "response",
            RESPONSE),
        altered(
            "a response got other bytes",
            "update response set sealed_bytes = 'x'" + OF_RESPONSE,
            "response",
            RESPONSE),
        altered(
            "a response was turned to another officer",
            "update response set officers = '{OFF-0402}'" + OF_RESPONSE,
            "response",
            RESPONSE),
        altered(
            "the officers of request, group and response were swapped",
            "update response set officers = '{OFF-0402}'; update request_group set officers = '{OFF-0402}'; update request set officers = '{OFF-0402}'",
            "response",
            RESPONSE),
        altered(
            "a response got another group",
            "update response set group_id = 'DHS-ICE_T_20261124_0004/g1'" + OF_RESPONSE,
            "response",
            RESPONSE),
        altered(
            "a response got another partner",
            "update response set partner = 'dhs-other'" + OF_RESPONSE,
            "response",
            RESPONSE),
        altered(
            "a response got another release event",
            "update response set release_event = 1" + OF_RESPONSE,
            "response",
            RESPONSE),
        altered(
            "a response got another delivery",
            "update response set delivered_event = 1" + OF_RESPONSE,
            "response",
            RESPONSE),
        missing(
            "a response was deleted", "delete from response" + OF_RESPONSE, "response", RESPONSE),
        extra(
            "a response was inserted by hand",
            """
            insert into response (id, file_id, group_id, partner, officers, final, state, released_at, release_event, review_by, sealed_bytes, sealed_sha256)
            select file_id || '.rsp.AAAAAAAA', file_id, group_id, partner, officers, final, 'SEALED', released_at, release_event, review_by, 'x', sha256('x')
            from response"""
                + OF_RESPONSE,
            "response",
            "select id from response where id like '%.rsp.AAAAAAAA'"),
        altered(
            "an acknowledgement got other bytes",
            "update acknowledgement set sealed_bytes = 'x', sealed_sha256 = sha256('x') where id = '"
                + FILE
                + ".ack.001'",
            "acknowledgement",
            "select '" + FILE + ".ack.001'"),
        altered(
            "a result was deleted",
            "delete from response_item where request like '%R-000001'",
            "response_item",
            RESPONSE),
        altered(
            "a disclosure was hidden",
            "update response_item set outcome = 'NOT_DISCLOSED' where request like '%R-000001'",
            "response_item",
            FIRST),
        altered(
            "a denied request was disclosed",
            "update response_item set outcome = 'DISCLOSED' where request like '%R-000003'",
            "response_item",
            THIRD),
        extra(
            "a request without approvals was disclosed",
            "update response_item set outcome = 'DISCLOSED' where request like '%R-000003'",
            "response_item",
            THIRD),
        altered(
            "a result got another hash",
            "update response_item set item_sha256 = sha256('x') where request like '%R-000001'",
            "response_item",
            RESPONSE));
  }

  static List<Cheat> accounting() {
    return List.of(
        missing(
            "the entry of an answer was deleted",
            "delete from accounting_entry where kind = 'DISPOSITION' and request_id = 'R-000001'",
            "accounting_entry",
            FIRST),
        missing(
            "the entry of the last request was deleted",
            "update accounting_block set digests = substring(digests from 1 for length(digests) - 32)"
                + OF_FILE,
            "accounting_block",
            LAST),
        missing(
            "a block of entries was deleted",
            "delete from accounting_block" + OF_FILE,
            "accounting_block",
            FIRST),
        altered(
            "the entry of a request was replaced",
            "update accounting_block set digests = overlay(digests placing sha256('x') from 1)"
                + OF_FILE,
            "accounting_block",
            "select '" + FILE + "'"),
        altered(
            "the entry of an answer was replaced",
            "update accounting_entry set digest = sha256('x') where kind = 'DISPOSITION' and request_id = 'R-000001'",
            "accounting_entry",
            RESPONSE),
        extra(
            "an entry was inserted",
            "insert into accounting_entry (kind, file_id, request_id, agency, at, entry_sealed, digest) select 'REQUEST', file_id, 'R-000001', agency, at, entries_sealed, substring(digests from 1 for 32) from accounting_block"
                + OF_FILE,
            "accounting_block",
            FIRST_ENTRY),
        extra(
            "an entry was added to a block",
            "update accounting_block set digests = digests || sha256('x')" + OF_FILE,
            "accounting_block",
            "select file_id || '/' || (first + length(digests) / 32) from accounting_block"
                + OF_FILE),
        missing(
            "the entry of a person's decision was deleted",
            "delete from accounting_entry where kind = 'FILE' and file_id = 'DHS-ICE_T_20261124_0004'",
            "accounting_entry",
            "select 'DHS-ICE_T_20261124_0004'"),
        missing(
            "the entry of an unread file was deleted",
            "delete from accounting_entry where kind = 'FILE' and file_id = 'DHS-ICE_T_20261124_0002'",
            "accounting_entry",
            "select 'DHS-ICE_T_20261124_0002'"),
        extra(
            "the entry of a person's decision was replaced",
            "update accounting_entry set digest = sha256('x') where kind = 'FILE' and file_id = 'DHS-ICE_T_20261124_0004'",
            "accounting_entry",
            "select number from accounting_entry where kind = 'FILE' and file_id = 'DHS-ICE_T_20261124_0004'"),
        altered(
            "a request was deleted",
            "delete from request where request_id = 'R-000002'",
            "request",
            "select '" + FILE + "'"));
  }

  static List<Cheat> events() {
    return List.of(
        extra(
            "the event of an approval was deleted",
            "delete from event where verb = 'endorse' and subject like '%R-000001'",
            "approval",
            "select number from approval where id like '%R-000001' and step = 'ENDORSE'"),
        extra(
            "the event of an approval was deleted, for its disclosure",
            "delete from event where verb = 'countersign' and subject like '%R-000001'",
            "response_item",
            FIRST),
        extra(
            "the event of a release was deleted",
            "delete from event where verb = 'release' and subject = (" + RESPONSE + ")",
            "response",
            RESPONSE),
        extra(
            "the event of a sealing was deleted",
            "delete from event where verb = 'seal' and subject = (" + RESPONSE + ")",
            "response",
            RESPONSE),
        altered(
            "the event of a delivery was deleted",
            "delete from event where verb = 'deliver' and subject = (" + RESPONSE + ")",
            "response",
            RESPONSE),
        extra(
            "the event of a stop was deleted",
            "delete from event where verb = 'stop'",
            "stop",
            "select min(number) from stop"),
        extra(
            "the event of a look-up was deleted",
            "delete from event where verb = 'draft' and subject = '" + FILE + "/1'",
            "draft",
            "select '" + FILE + "/1'"),
        extra(
            "the event of a reading was deleted",
            "delete from event where verb = 'read' and subject = '" + FILE + "'",
            "accounting_block",
            FIRST_ENTRY));
  }
}
