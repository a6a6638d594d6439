package countersign.testkit;

import static countersign.testkit.ConsoleData.BLOCKED;
import static countersign.testkit.ConsoleData.FILE;
import static countersign.testkit.ConsoleData.HELD;
import static countersign.testkit.ConsoleData.QUARANTINED;
import static countersign.testkit.ConsoleData.REFUSED;

import countersign.accounts.AccessFixtures;
import countersign.accounts.Accounts;
import countersign.authority.TestPeople;
import countersign.intake.KeptRequestFixtures;
import countersign.request.FileId;
import countersign.request.Role;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Synthetic files, cases and accounts on a world's database, for a person to look at. */
public final class ConsolePart {
  private static final String[] CONDITION = {"A118_AGREEMENT_CONDITION_REVIEW austin-only"};

  private final World world;
  private final JdbcClient jdbc;
  private final ConsoleCases cases;

  /** By account. */
  private final Map<String, String> passwords = new HashMap<>();

  ConsolePart(World world) {
    this.world = world;
    this.jdbc = world.tampering();
    this.cases = new ConsoleCases(world, this);
  }

  /** The cases of {@link ConsoleData#FILE}. */
  public ConsoleCases cases() {
    return cases;
  }

  /** The password of the account of that name, which is made when it is first asked for. */
  public String password(Accounts accounts, String name, Role... roles) {
    return passwords.computeIfAbsent(
        name,
        first -> {
          Instant now = world.clock().instant();
          String password =
              AccessFixtures.account(jdbc, AccessFixtures.fastHashes(), first, now, roles);
          AccessFixtures.givesKey(jdbc, first, password, TestPeople.key(first), now);
          return password;
        });
  }

  /** What every test begins with, whatever a test before has decided. */
  public void begin() {
    fill();
    work("deliver", FILE + ".rsp.ABCDEFGH", "PARKED", 20, "SFTP_DOWN");
    undecided();
    world.withoutStops();
    cases.begin();
  }

  /** Stores five files, in every kind of state that a person sees, unless they are stored. */
  public void fill() {
    if (world.count("select count(*) from file") > 0) {
      return;
    }
    file(FILE, 1, "IN_PROGRESS", new String[0], 6);
    group(FILE + "/g1");
    group(FILE + "/g2");
    request(1, "R-000001", "DRAFTED", null, "g1");
    request(2, "R-000002", "ENDORSED", "R216_RECURRING_ADDRESS", "g1");
    request(3, "R-000003", "REFUSED", "R203_ADDRESS_INCOMPLETE", null);
    request(4, "R-000004", "HELD", "R234_PROTECTED_STATUS", null);
    request(5, "R-000005", "DELIVERED", null, "g1");
    request(6, "R-000006", "DELIVERED", null, "g2");
    file(HELD, 2, "HELD", new String[] {"F113_LARGE_VOLUME"}, 0);
    file(REFUSED, 3, "REFUSED", new String[] {"F102_SIGNATURE_INVALID"}, 0);
    file(QUARANTINED, 4, "QUARANTINED", new String[] {"F120_NOT_JUDGED"}, 0);
    file(BLOCKED, 5, "QUARANTINED", new String[] {"A100_DISCLOSURE_DISABLED"}, 0);
    jdbc.sql("update file set agreement = 'switched-off' where id = ?").param(BLOCKED).update();
    jdbc.sql(
            """
            insert into acknowledgement (id, file_id, number, partner, state, takes, answered_at, sealed_sha256, delivered_at)
            values (?, ?, 1, 'dhs-ice', 'DELIVERED', true, '2026-11-24T14:00:03Z', sha256('ack'), '2026-11-24T14:00:05Z')
            """)
        .params(FILE + ".ack.001", FILE)
        .update();
    work("lookup", FILE + "/2", "WAITING", 0, null);
    work("deliver", FILE + ".rsp.ABCDEFGH", "PARKED", 20, "SFTP_DOWN");
    work("endorse", FILE + "/R-000001", "WAITING", 0, null);
    work("countersign", FILE + "/R-000002", "WAITING", 0, null);
  }

  /** Lets everything that waits for a person wait again, whatever a test before has decided. */
  public void undecided() {
    waits(HELD, "HELD", "F113_LARGE_VOLUME");
    waits(QUARANTINED, "QUARANTINED", "F120_NOT_JUDGED");
    waits(BLOCKED, "QUARANTINED", "A100_DISCLOSURE_DISABLED");
    jdbc.sql("update file set state = 'IN_PROGRESS' where id = ?").param(FILE).update();
    jdbc.sql(
            "update request_status set state = 'HELD', codes = '{R234_PROTECTED_STATUS}', slice ="
                + " null, group_id = null where id = ?")
        .param(ConsoleData.key("R-000004").toString())
        .update();
    jdbc.sql("delete from work where stage = 'acknowledge'").update();
    jdbc.sql("delete from acknowledgement where id <> ?").param(FILE + ".ack.001").update();
  }

  private void waits(String file, String state, String code) {
    jdbc.sql("update file set state = ?, file_codes = ? where id = ?")
        .params(state, new String[] {code}, file)
        .update();
  }

  private void file(String id, int sequence, String state, String[] codes, int requests) {
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

  private void group(String id) {
    jdbc.sql(
            "insert into request_group (id, file_id, officers, requests) values (?, ?,"
                + " '{OFF-0417}', 3)")
        .params(id, FILE)
        .update();
  }

  private void request(
      int number, String id, String state, @Nullable String code, @Nullable String group) {
    String[] codes = code == null ? new String[0] : new String[] {code};
    jdbc.sql(
            "insert into request (file_id, number, request_id, codes, conditions) values (?, ?, ?, ?, ?)")
        .params(Arrays.asList(FILE, number, id, codes, "R-000004".equals(id) ? CONDITION : null))
        .update();
    jdbc.sql("insert into request_block (file_id, first, block_sealed) values (?, ?, ?)")
        .params(
            FILE,
            number,
            KeptRequestFixtures.sealed(
                world.vault(), new FileId(FILE), number, ConsoleData.request(id)))
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

  /** Stores or changes a row of work. */
  public void work(String stage, String id, String state, int attempts, @Nullable String cause) {
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
