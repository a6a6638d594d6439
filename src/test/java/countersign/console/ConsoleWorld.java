package countersign.console;

import countersign.access.Accounts;
import countersign.intake.KeptRequestFixtures;
import countersign.request.FileId;
import countersign.request.Request;
import countersign.request.RequestKey;
import countersign.request.Role;
import countersign.request.Sha256;
import countersign.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Synthetic files, cases and accounts that the console's tests look at. */
final class ConsoleWorld {
  static final String FILE = "DHS-ICE_T_20261124_0001";
  static final String HELD = "DHS-ICE_T_20261124_0002";
  static final String REFUSED = "DHS-ICE_T_20261124_0003";
  static final String QUARANTINED = "DHS-ICE_T_20261124_0004";
  static final String BLOCKED = "DHS-ICE_T_20261124_0005";
  static final Instant THEN = Instant.parse("2026-11-24T14:00:00Z");

  static final String EVIDENCE =
      """
      {"strategy":"TIN","facts":[{"what":"RECORD_OF_TIN","agrees":true},{"what":"NAME_CONTROL","agrees":true},{"what":"FULL_NAME","agrees":true},{"what":"BIRTH_DATE","agrees":true},{"what":"ADDRESS_OF_TAXPAYER","agrees":true},{"what":"ONE_LAST_KNOWN_ADDRESS","agrees":true},{"what":"PERIOD_ASKED_FOR","agrees":true}],"held":[{"givenName":"MARIA","surname":"GARCIA MORALES","birthDate":"1984-03-11","line1":"412 N OAK ST APT 3","city":"AUSTIN","state":"TX","postalCode":"78701","period":"2024","lastKnown":"true"},{"givenName":"MARIA","surname":"GARCIA MORALES","birthDate":"1984-03-11","line1":"77 ELM AVE","city":"AUSTIN","state":"TX","postalCode":"78702","period":"2022","lastKnown":"false"}]}\
      """;

  private static final String[] CONDITION = {"A118_AGREEMENT_CONDITION_REVIEW austin-only"};

  /** Made once for all tests of a context: a slow hash each. */
  private static final Map<String, String> PASSWORDS = new ConcurrentHashMap<>();

  private ConsoleWorld() {}

  /** The password of the account of that role, made when it is first asked for. */
  static String password(Accounts accounts, String name, Role... roles) {
    if (accounts.byName(name).isEmpty()) {
      PASSWORDS.put(name, accounts.create(name, Set.of(roles)));
    }
    return PASSWORDS.get(name);
  }

  static RequestKey key(String requestId) {
    return new RequestKey(new FileId(FILE), requestId);
  }

  static byte[] item(String requestId) {
    return """
        {"type":"result","requestId":"%s","nonce":"00112233445566778899aabbccddeeff","outcome":"DISCLOSED","mailingAddress":{"line1":"412 N OAK ST APT 3","city":"AUSTIN","state":"TX","postalCode":"78701"},"asOf":"2024"}\
        """
        .formatted(requestId)
        .getBytes(StandardCharsets.UTF_8);
  }

  static String sha256(byte[] bytes) {
    return Sha256.hex(bytes);
  }

  static Request request(String requestId) {
    return new Request(
        requestId,
        new Request.Subject(
            "Maria",
            null,
            "Garcia Morales",
            null,
            "1984-03-11",
            new Request.Tin("ITIN", "900400001")),
        new Request.Address("412 N Oak St", "APT 3", "Austin", "TX", "78701"),
        List.of("2023", "2024"),
        List.of("MAILING_ADDRESS"),
        "8 USC 1253(a)(1)(A)",
        "INVESTIGATION",
        "Case HSI-2026-004411: subject last reported this address in 2024; confirmation bears on willful failure to depart.",
        new Request.CaseReference("HSI-2026-004411", "2026-06-02", "OPEN", "HSI Austin", true),
        new Request.RemovalOrder(
            "A200400001",
            "Immigration Court San Antonio",
            "2026-02-10",
            "NONE",
            null,
            false,
            "8 USC 1227(a)(1)(B)"),
        "NONE",
        List.of(new Request.Officer("OFF-0417", "Alex Sample", "HSI Austin")),
        Map.of("travelDocumentRequestedOn", "2026-03-01"),
        null);
  }

  /** Five files, in every kind of state that a person sees. */
  static void fill(JdbcClient jdbc, Vault vault) {
    file(jdbc, FILE, 1, "IN_PROGRESS", new String[0], 6);
    group(jdbc, FILE + "/g1");
    group(jdbc, FILE + "/g2");
    request(jdbc, vault, 1, "R-000001", "DRAFTED", null, "g1");
    request(jdbc, vault, 2, "R-000002", "ENDORSED", "R216_RECURRING_ADDRESS", "g1");
    request(jdbc, vault, 3, "R-000003", "REFUSED", "R203_ADDRESS_INCOMPLETE", null);
    request(jdbc, vault, 4, "R-000004", "HELD", "R234_PROTECTED_STATUS", null);
    request(jdbc, vault, 5, "R-000005", "DELIVERED", null, "g1");
    request(jdbc, vault, 6, "R-000006", "DELIVERED", null, "g2");
    file(jdbc, HELD, 2, "HELD", new String[] {"F113_LARGE_VOLUME"}, 0);
    file(jdbc, REFUSED, 3, "REFUSED", new String[] {"F102_SIGNATURE_INVALID"}, 0);
    file(jdbc, QUARANTINED, 4, "QUARANTINED", new String[] {"F120_NOT_JUDGED"}, 0);
    file(jdbc, BLOCKED, 5, "QUARANTINED", new String[] {"A100_DISCLOSURE_DISABLED"}, 0);
    jdbc.sql("update file set agreement = 'switched-off' where id = ?").param(BLOCKED).update();
    jdbc.sql(
            """
            insert into acknowledgement (id, file_id, number, partner, state, takes, answered_at, sealed_sha256, delivered_at)
            values (?, ?, 1, 'dhs-ice', 'DELIVERED', true, '2026-11-24T14:00:03Z', sha256('ack'), '2026-11-24T14:00:05Z')
            """)
        .params(FILE + ".ack.001", FILE)
        .update();
    work(jdbc, "lookup", FILE + "/2", "WAITING", 0, null);
    work(jdbc, "deliver", FILE + ".rsp.ABCDEFGH", "PARKED", 20, "SFTP_DOWN");
    work(jdbc, "endorse", FILE + "/R-000001", "WAITING", 0, null);
    work(jdbc, "countersign", FILE + "/R-000002", "WAITING", 0, null);
  }

  /** Everything that waits for a person waits again, whatever a test before has decided. */
  static void undecided(JdbcClient jdbc) {
    waits(jdbc, HELD, "HELD", "F113_LARGE_VOLUME");
    waits(jdbc, QUARANTINED, "QUARANTINED", "F120_NOT_JUDGED");
    waits(jdbc, BLOCKED, "QUARANTINED", "A100_DISCLOSURE_DISABLED");
    jdbc.sql("update file set state = 'IN_PROGRESS' where id = ?").param(FILE).update();
    jdbc.sql(
            "update request_status set state = 'HELD', codes = '{R234_PROTECTED_STATUS}' where id = ?")
        .param(key("R-000004").toString())
        .update();
    jdbc.sql("delete from work where stage = 'acknowledge'").update();
    jdbc.sql("delete from acknowledgement where id <> ?").param(FILE + ".ack.001").update();
  }

  private static void waits(JdbcClient jdbc, String file, String state, String code) {
    jdbc.sql("update file set state = ?, file_codes = ? where id = ?")
        .params(state, new String[] {code}, file)
        .update();
  }

  /** The state of a file. */
  static String state(JdbcClient jdbc, String file) {
    return jdbc.sql("select state from file where id = ?").param(file).query(String.class).single();
  }

  /** State and codes of a request. */
  static String state(JdbcClient jdbc, RequestKey key) {
    return jdbc.sql("select state || codes::text from request_status where id = ?")
        .param(key.toString())
        .query(String.class)
        .single();
  }

  private static void file(
      JdbcClient jdbc, String id, int sequence, String state, String[] codes, int requests) {
    jdbc.sql(
            """
            insert into file (id, partner, agency, environment, sequence, name, size_bytes, sealed_sha256, received_at, state,
              agreement, requester, rule_set, file_codes, requests, judged_at, acknowledged_at, moved_at)
            values (?, 'dhs-ice', 'DHS-ICE', 'T', ?, ?, 48211, sha256(?::bytea), '2026-11-24T14:00:00Z', ?, 'irs-ice-2025', 'HOA-001', '2026-11-01+5f1c77d0', ?, ?,
              '2026-11-24T14:00:02Z', '2026-11-24T14:00:05Z', '2026-11-24T14:00:06Z')
            """)
        .params(
            id,
            sequence,
            id + ".req.ndjson.pgp",
            id.getBytes(StandardCharsets.UTF_8),
            state,
            codes,
            requests)
        .update();
  }

  private static void group(JdbcClient jdbc, String id) {
    jdbc.sql(
            "insert into request_group (id, file_id, officers, requests) values (?, ?, '{OFF-0417}', 3)")
        .params(id, FILE)
        .update();
  }

  private static void request(
      JdbcClient jdbc,
      Vault vault,
      int number,
      String id,
      String state,
      @Nullable String code,
      @Nullable String group) {
    String[] codes = code == null ? new String[0] : new String[] {code};
    jdbc.sql(
            "insert into request (file_id, number, request_id, codes, body_sealed, conditions) values (?, ?, ?, ?, ?, ?)")
        .params(
            Arrays.asList(
                FILE,
                number,
                id,
                codes,
                KeptRequestFixtures.sealed(vault, new FileId(FILE), number, request(id)),
                "R-000004".equals(id) ? CONDITION : null))
        .update();
    jdbc.sql(
            """
            insert into request_status (id, file_id, number, request_id, state, codes, group_id)
            values (:key, :file, :number, :id, :state, :codes, :group)
            """)
        .param("key", FILE + "/" + id)
        .param("file", FILE)
        .param("number", number)
        .param("id", id)
        .param("state", state)
        .param("codes", codes)
        .param("group", group == null ? null : FILE + "/" + group)
        .update();
  }

  static void work(
      JdbcClient jdbc,
      String stage,
      String id,
      String state,
      int attempts,
      @Nullable String cause) {
    jdbc.sql(
            """
            insert into work (stage, id, state, attempts, cause) values (:stage, :id, :state, :attempts, :cause)
            on conflict (stage, id) do update set state = excluded.state, attempts = excluded.attempts, cause = excluded.cause
            """)
        .param("stage", stage)
        .param("id", id)
        .param("state", state)
        .param("attempts", attempts)
        .param("cause", cause)
        .update();
  }
}
