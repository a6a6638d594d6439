package countersign.verification;

import static countersign.verification.Cheat.altered;
import static countersign.verification.Cheat.extra;
import static countersign.verification.Cheat.missing;

import java.util.List;

/** Cheats at accounts, at the changes that two administrators make, and at the access record. */
final class CheatsAtAccounts {
  private static final String PROPOSAL = "select max(id) from account_proposal";
  private static final String FORGED =
      """
      insert into account_proposal (kind, account, roles, reason, proposed_by, proposed_at, expires_at)
      values ('CREATE', 'eve', '{COUNSEL}', 'x', 'first', now(), now() + interval '1 hour');
      insert into account_decision (proposal, decision, decided_by, decided_at)
      select max(id), 'CONFIRMED', 'second', now() from account_proposal;
      insert into account (account, password, roles, created_at, password_set_at, proposal)
      select 'eve', 'x', '{COUNSEL}', now(), now(), max(id) from account_proposal
      """;

  /** Rows and events that copy those of another account, with its signatures. */
  private static final String FORGED_WITH_EVENTS =
      """
      insert into account_proposal (kind, account, roles, reason, proposed_by, proposed_at, expires_at)
      select kind, 'eve', roles, reason, proposed_by, proposed_at, expires_at from account_proposal where account = 'made';
      insert into account_decision (proposal, decision, decided_by, decided_at)
      select (select max(id) from account_proposal), decision, decided_by, decided_at from account_decision;
      insert into account (account, password, roles, created_at, password_set_at, proposal)
      select 'eve', 'x', roles, created_at, password_set_at, (select max(id) from account_proposal) from account where account = 'made';
      insert into event (at, bytes, subject, verb)
      select at, convert_to(
        regexp_replace(
          replace(convert_from(bytes, 'UTF8'), 'account/made', 'account/eve'),
          '"proposal":"[0-9]+"', '"proposal":"' || (select max(id) from account_proposal) || '"'), 'UTF8'),
        'account/eve', verb
      from event where subject = 'account/made' and verb in ('propose', 'amend') order by id
      """;

  private CheatsAtAccounts() {}

  static List<Cheat> accounts() {
    return List.of(
        extra("an account was made by rows alone", FORGED, "account", "select 'eve'"),
        extra(
            "a proposal was inserted in the name of an administrator",
            FORGED,
            "account_proposal",
            "select id from account_proposal where account = 'eve'"),
        extra(
            "a decision was inserted in the name of a second administrator",
            FORGED,
            "account_decision",
            "select id from account_proposal where account = 'eve'"),
        altered(
            "an account was made by rows and by events without its signatures",
            FORGED_WITH_EVENTS,
            "account_decision",
            "select id from account_proposal where account = 'eve'"),
        altered(
            "an account got another role",
            "update account set roles = '{AUDITOR,COUNSEL}' where account = 'made'",
            "account",
            "select 'made'"),
        altered(
            "a password was replaced and the sessions ended",
            "update account set password = 'x', version = version + 1 where account = 'made'",
            "account",
            "select 'made'"),
        altered(
            "an account was disabled",
            "update account set disabled_at = now() where account = 'made'",
            "account",
            "select 'made'"),
        altered(
            "a decision got another administrator",
            "update account_decision set decided_by = 'first'",
            "account_decision",
            PROPOSAL),
        altered(
            "a proposal got other roles",
            "update account_proposal set roles = '{COUNSEL}'",
            "account_proposal",
            PROPOSAL),
        missing(
            "a decision was deleted",
            "update account set proposal = null; delete from account_decision",
            "account_decision",
            PROPOSAL));
  }

  static List<Cheat> accesses() {
    String entry = "select min(id) from access_record where kind = 'VIEW'";
    return List.of(
        missing(
            "a view was deleted from the access record",
            "delete from access_record where id = (" + entry + ")",
            "access_record",
            "select event_id from access_record where kind = 'VIEW' limit 1"),
        altered(
            "a view was given to another account",
            "update access_record set account = 'first' where id = (" + entry + ")",
            "access_record",
            entry),
        altered(
            "a sign-in got another address",
            "update access_record set source = '10.0.0.9' where kind = 'SIGN_IN'",
            "access_record",
            "select id from access_record where kind = 'SIGN_IN'"),
        altered(
            "an entry was inserted for an event of something else",
            """
            insert into access_record (event_id, kind, account, source, what, subject, times, at)
            select event_id, kind, 'second', source, what, subject, times, at from access_record where kind = 'SIGN_IN'
            """,
            "access_record",
            "select id from access_record where account = 'second'"),
        extra(
            "an entry was inserted without an access",
            """
            insert into access_record (event_id, kind, account, source, what, subject, times, at)
            select (select min(id) from event), kind, account, source, what, subject, times, at from access_record where kind = 'SIGN_IN'
            """,
            "access_record",
            "select id from access_record where event_id = (select min(id) from event)"));
  }
}
