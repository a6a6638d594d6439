package countersign.verification;

import static countersign.testkit.World.key;

import countersign.accounts.AccessFixtures;
import countersign.approval.ApprovalFixtures;
import countersign.approval.SignedActors;
import countersign.authority.AdoptionFixtures;
import countersign.authority.TestAuthority;
import countersign.authority.TestPeople;
import countersign.intake.HeldDecisions;
import countersign.journal.JournalFixtures;
import countersign.ledger.LedgerFixtures;
import countersign.ledger.LedgerVerifier;
import countersign.pause.PartnerPauses;
import countersign.pause.PauseFixtures;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.Role;
import countersign.reviewdesk.DeskFixtures;
import countersign.stops.Stop;
import countersign.stops.Stops;
import countersign.stops.StopsFixtures;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * A world in which everything happened that the checks read: two requests were disclosed, counsel
 * denied the third, and no record was found for the fourth; one file was refused unread, one was
 * taken and one refused by a person; of its held requests a person took one, denied one, counsel
 * denied one, and nobody decided one in time; one stop is in force and one was lifted; two
 * administrators made an account; an operator paused a partner for a moment; a start was refused
 * because of an old document; a response of a lost past was taken over from the journal.
 */
final class AnsweredWorld {
  World world;
  final RequestKey first;
  final RequestKey second;
  final RequestKey denied;

  AnsweredWorld(Path folder) {
    world = new World(folder);
    world.approvals().holds(1);
    world.approvals().holds(2);
    world.approvals().holds(3);
    FileId file = world.delivery().takes(4);
    first = key(file, 1);
    second = key(file, 2);
    denied = key(file, 3);
    DeskFixtures.happen(world, first);
    otherFiles();
    world.approvals().twoApprove(first);
    world.approvals().twoApprove(second);
    world.approvals().decisions().deny(denied, ApprovalFixtures.COUNSEL, "Not lawful.");
    world.passes(Duration.ofHours(7));
    world.delivery().runs();
    world.passes(Duration.ofDays(31));
    world.intake().heldFiles().rejectOverdue();
    world.delivery().runs();
    AdoptionFixtures.refusedStart(world, "registers/officers.yaml");
    stops();
    pauses();
    AccessFixtures.happen(world.database(), world.clock());
    world = JournalFixtures.reconstructs(world);
    world.delivery().sealLedger();
  }

  private void otherFiles() {
    world
        .intake()
        .arrives(
            "DHS-ICE_T_20261124_0002.req.ndjson.pgp",
            "not sealed".getBytes(StandardCharsets.UTF_8));
    world.intake().arrives("a name of no file.pgp", "misnamed".getBytes(StandardCharsets.UTF_8));
    Actor clerk = SignedActors.of(world, "clerk", Role.PRIVACY_OFFICER);
    FileId taken = held("DHS-ICE_T_20261124_0004", 401);
    world.intake().heldFiles().take(taken, clerk, "The number before it does not come.");
    FileId refused = held("DHS-ICE_T_20261124_0006", 601);
    world
        .intake()
        .heldFiles()
        .deny(refused, ReasonCode.A112_HOLD_REFUSED, clerk, "It was sent by mistake.");
    heldRequests(clerk);
  }

  private void heldRequests(Actor clerk) {
    RequestFile file = RequestFile.named("DHS-ICE_T_20261124_0007");
    for (int number = 1; number <= 5; number++) {
      file.add(RequestFile.request(700 + number));
    }
    for (int number = 2; number <= 5; number++) {
      file.change(number, line -> line.replace("APT 3", "County Jail"));
    }
    FileId id = world.intake().arrives(file);
    HeldDecisions decisions = world.intake().heldFiles();
    decisions.take(id, clerk, "The number before it does not come.");
    decisions.take(key(id, 702), clerk, "The address is a home.");
    decisions.deny(key(id, 703), ReasonCode.A112_HOLD_REFUSED, clerk, "The address is a jail.");
    Actor counsel = SignedActors.of(world, "carol", Role.COUNSEL);
    decisions.deny(key(id, 704), ReasonCode.A110_COUNSEL_REFUSED, counsel, "Not lawful.");
  }

  private FileId held(String id, int number) {
    return world.intake().arrives(RequestFile.named(id).add(RequestFile.request(number)));
  }

  private void stops() {
    Stops stops = StopsFixtures.stopsOn(world.database(), world.lifecycle(), world.authority());
    stops.set(Stop.Scope.OFFICER, "OFF-0499", Actor.person("dunn"), "A doubt about the key.");
    Stop lifted =
        stops.set(Stop.Scope.FILE, "DHS-ICE_T_20261124_0009", Actor.person("dunn"), "A doubt.");
    world.lifts(lifted.number());
  }

  private void pauses() {
    PartnerPauses pauses = PauseFixtures.on(world.database(), world.clock());
    pauses.pause(TestAuthority.PARTNER, Actor.person("otto"), "The server is replaced.");
    pauses.resume(TestAuthority.PARTNER, Actor.person("otto"), "The server is there.");
  }

  /** Checks the ledger and the tables as the gateway does. */
  Report verified() {
    try (Connection connection = world.database().getConnection()) {
      return check().run(connection, List.of());
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  static CrossCheck check() {
    return new CrossCheck(new LedgerVerifier(LedgerFixtures.logKey()), TestPeople.enrolment());
  }
}
