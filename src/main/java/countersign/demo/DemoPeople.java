package countersign.demo;

import countersign.accounts.Account;
import countersign.accounts.Accounts;
import countersign.accounts.MadeKey;
import countersign.request.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * The people of a demo world: their accounts, their keys, and the register that enrols them. They
 * are settled before the gateway starts, because the gateway reads its registers at its start. The
 * owner of the tables creates the accounts; people of a real gateway are accounts of two
 * administrators.
 */
public final class DemoPeople {
  /** An account for each role, and a second counsel, because two counsel lift a veto. */
  static final Map<String, Set<Role>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("adams", Set.of(Role.FIRST_REVIEWER));
    ALL.put("baker", Set.of(Role.COUNTERSIGNER));
    ALL.put("clark", Set.of(Role.FIRST_REVIEWER, Role.COUNTERSIGNER));
    ALL.put("davis", Set.of(Role.SUBMITTER));
    ALL.put("evans", Set.of(Role.OPERATOR));
    ALL.put("foster", Set.of(Role.COUNSEL));
    ALL.put("green", Set.of(Role.PRIVACY_OFFICER));
    ALL.put("hayes", Set.of(Role.RULE_EDITOR));
    ALL.put("irving", Set.of(Role.AUDITOR));
    ALL.put("jensen", Set.of(Role.COUNSEL));
    ALL.put("jordan", Set.of(Role.ADMINISTRATOR));
    ALL.put("kelly", Set.of(Role.ADMINISTRATOR));
  }

  private final DemoWorld world;
  private final Clock clock;

  /**
   * Lets the two played reviewers approve all that the plan says, also while a third person looks
   * around, and without a control case among it. A person may set other numbers later.
   */
  static void alwaysTheSameTwo(ObjectNode instance) {
    if (instance.get("review") instanceof ObjectNode review) {
      review.put("controlCasesPerThousand", 0).put("samePairInARow", 1_000);
    }
  }

  private DemoPeople(DemoWorld world, Clock clock) {
    this.world = world;
    this.clock = clock;
  }

  /**
   * Creates the accounts that do not exist yet, lets everyone who signs make a key by a first
   * sign-in, and enrols the keys.
   *
   * @param people roles by account
   */
  public static void settle(DemoWorld world, Map<String, Set<Role>> people, Clock clock)
      throws IOException {
    world.await();
    DemoPeople settling = new DemoPeople(world, clock);
    try (Connection database = world.asOwner()) {
      settling.settle(Accounts.on(database, clock), people);
    } catch (SQLException e) {
      throw new IOException("The accounts of the demo cannot be created", e);
    }
  }

  private void settle(Accounts accounts, Map<String, Set<Role>> people) throws IOException {
    for (Map.Entry<String, Set<Role>> person : people.entrySet()) {
      Path file = passwordFile(world, person.getKey());
      if (accounts.byName(person.getKey()).isEmpty()) {
        DemoSecrets.write(file, accounts.create(person.getKey(), person.getValue()));
      } else if (!Files.exists(file)) {
        DemoSecrets.write(file, accounts.resetPassword(person.getKey()));
      }
    }
    List<String> made = accounts.madeKeys().stream().map(MadeKey::account).toList();
    for (Map.Entry<String, Set<Role>> person : people.entrySet()) {
      boolean signs = person.getValue().stream().anyMatch(Account.SIGNING::contains);
      if (signs && !made.contains(person.getKey())) {
        accounts.signIn(person.getKey(), Files.readString(passwordFile(world, person.getKey())));
      }
    }
    world.configuration(clock).enrol(accounts.madeKeys(), people);
  }

  /** The file with the password of an account. */
  static Path passwordFile(DemoWorld world, String account) {
    return world.place().home().resolve("secrets/accounts/" + account);
  }
}
