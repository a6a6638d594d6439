package countersign.delivery;

import static countersign.testkit.World.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.approval.SignedActors;
import countersign.authority.ActionSignatures;
import countersign.authority.PinnedKey;
import countersign.authority.TestAuthority;
import countersign.authority.TestPeople;
import countersign.ledger.LedgerFixtures;
import countersign.ledger.LedgerVerifier;
import countersign.lifecycle.Entity;
import countersign.lifecycle.LifecycleFixtures;
import countersign.lifecycle.Work;
import countersign.lifecycle.WorkQueue;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.Held;
import countersign.request.ReasonCode;
import countersign.request.ResponseId;
import countersign.request.ResponseState;
import countersign.request.Role;
import countersign.request.Verb;
import countersign.sealing.Resealing;
import countersign.sealing.Resealing.By;
import countersign.sealing.Resealing.Step;
import countersign.sealing.Resealing.Why;
import countersign.testkit.World;
import countersign.verification.CrossCheck;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people have a response sealed anew whose seal does not verify. */
class JdbcResealIT {
  @TempDir Path keys;
  private World world;
  private SealCheats cheats;
  private Resealing resealing;
  private FileId file;

  @BeforeEach
  void two_people_approve_a_request() {
    world = new World(keys);
    cheats = new SealCheats(world);
    resealing =
        DeliveryParts.resealingOn(world, new ActionSignatures("A".repeat(40), world.authority()));
    world.approvals().holds(1);
    file = world.delivery().takes(1);
    world.approvals().twoApprove(key(file, 1));
    world.passes(Duration.ofHours(7));
  }

  @Test
  void an_operator_and_the_privacy_officer_have_changed_bytes_sealed_anew() throws SQLException {
    ResponseId response = heldWithOtherBytes();

    assertThat(resealing.take(response, by("evans", Role.OPERATOR), "The bytes are lost."))
        .isEqualTo(Step.PROPOSED);
    assertThat(world.list("select state from response")).containsExactly("SEALED");
    assertThat(resealing.take(response, by("petra", Role.PRIVACY_OFFICER), "I have compared."))
        .isEqualTo(Step.CONFIRMED);
    world.delivery().runs();

    assertThat(world.delivery().responses()).containsExactly(response + ".ndjson.pgp");
    assertThat(world.list("select verb from event where subject = '" + response + "' order by id"))
        .containsSubsequence("seal", "hold", "propose", "reseal", "seal", "dispatch", "deliver");
    assertThat(world.list("select generation::text from seal_statement where id like '%.rsp.%'"))
        .containsExactly("1", "2");
    assertThat(findings()).isEmpty();
  }

  @Test
  void a_response_whose_statement_was_there_before_is_sealed_anew() {
    ResponseId response = cheats.releases(file);
    world
        .jdbc()
        .sql("insert into seal_statement (id, statement, signature) values (?, ?, ?)")
        .params(response.toString(), new byte[1], new byte[64])
        .update();
    assertThatThrownBy(() -> world.delivery().steps().seal(response)).isInstanceOf(Held.class);
    park(WorkQueue.SEAL, response);

    resealing.take(response, by("evans", Role.OPERATOR), "A row was inserted.");
    resealing.take(response, by("carla", Role.COUNSEL), "I have seen it.");
    world.delivery().runs();

    assertThat(world.delivery().responses()).containsExactly(response + ".ndjson.pgp");
  }

  @Test
  void nobody_has_a_response_sealed_anew_alone_or_without_a_reason() {
    ResponseId response = heldWithOtherBytes();
    refused(Why.SAME_PERSON_OR_ROLE, response, by("petra", Role.PRIVACY_OFFICER));

    By both = by("evans", Role.OPERATOR, Role.PRIVACY_OFFICER);
    resealing.take(response, both, "I propose.");
    refused(Why.SAME_PERSON_OR_ROLE, response, both);
    world.passes(Duration.ofHours(24));
    assertThat(resealing.take(response, by("evans", Role.OPERATOR), "Again."))
        .isEqualTo(Step.PROPOSED);
    assertThat(resealing.proposal(response, world.clock().instant())).isPresent();
  }

  @Test
  void only_a_held_response_is_sealed_anew() {
    ResponseId response = cheats.seals(file);
    refused(Why.OTHER_STATE, response, by("evans", Role.OPERATOR));
    refused(Why.OTHER_STATE, ResponseId.next(file), by("evans", Role.OPERATOR));
  }

  @Test
  void events_that_nobody_signed_make_no_second_sealing_count() {
    ResponseId response = heldWithOtherBytes();
    world
        .lifecycle()
        .run(
            Actor.person("petra"),
            change -> {
              Map<String, String> facts = Map.of("kind", "RESEAL", "generation", "2");
              change.event(Verb.PROPOSE, response.toString(), facts);
              change.event(Verb.RESEAL, response.toString(), facts);
              change.move(
                  Entity.RESPONSE,
                  response.toString(),
                  Set.of(ResponseState.SEALED),
                  ResponseState.RELEASED);
            });
    world
        .jdbc()
        .sql(
            "update response set sealed_bytes = null, sealed_sha256 = null, sealed_at = null, checkpoint_size = null")
        .update();

    assertThatThrownBy(() -> world.delivery().steps().seal(response)).isInstanceOf(Held.class);
    assertThat(
            world.ledger().reader().history(response.toString()).stream()
                .map(event -> event.facts().getOrDefault("cause", "")))
        .contains("ALREADY_SIGNED");
  }

  @Test
  void the_application_moves_no_response_back_without_the_event_of_two_people() {
    ResponseId response = heldWithOtherBytes();
    for (String cheat :
        List.of(
            "update response set state = 'RELEASED'",
            "update response set sealed_bytes = null, sealed_sha256 = null")) {
      assertThatThrownBy(() -> world.jdbc().sql(cheat).update())
          .rootCause()
          .hasMessageMatching("(?s).*(without two people|written once).*");
    }
    assertThat(response.toString()).isNotEmpty();
  }

  @Test
  void a_key_that_the_two_reviewers_did_not_approve_receives_nothing() {
    ResponseId response = heldWithOtherBytes();
    resealing.take(response, by("evans", Role.OPERATOR), "The bytes are lost.");
    resealing.take(response, by("petra", Role.PRIVACY_OFFICER), "I have compared.");
    PinnedKey agency =
        world.authority().partner(TestAuthority.PARTNER).orElseThrow().agencyKeys().get(0);
    Delivery under =
        world
            .delivery()
            .under(
                TestAuthority.enrolling(
                    TestPeople.enrolment(), Map.of("OFF-0401", agency), List.of(agency)));

    assertThatThrownBy(() -> under.seal(response)).isInstanceOf(Held.class);
    assertThat(world.list("select state from response")).containsExactly("RELEASED");
  }

  private ResponseId heldWithOtherBytes() {
    ResponseId response = cheats.seals(file);
    cheats.superuser("update response set sealed_bytes = 'other', sealed_sha256 = sha256('other')");
    assertThatThrownBy(() -> world.delivery().steps().dispatch(response)).isInstanceOf(Held.class);
    park(WorkQueue.DELIVER, response);
    return response;
  }

  private void park(WorkQueue queue, ResponseId response) {
    Work work = LifecycleFixtures.workOn(world.database(), world.clock());
    work.park(queue, response.toString(), ReasonCode.D412_SEAL_NOT_VERIFIED.name());
  }

  private By by(String account, Role... roles) {
    return new By(SignedActors.of(world, account, roles), Set.of(roles));
  }

  private void refused(Why why, ResponseId response, By by) {
    assertThatThrownBy(() -> resealing.take(response, by, "I want it."))
        .isInstanceOfSatisfying(
            Resealing.NotResealed.class, e -> assertThat(e.why()).isEqualTo(why));
  }

  private List<?> findings() throws SQLException {
    world.delivery().sealLedger();
    try (Connection connection = world.database().getConnection()) {
      return new CrossCheck(new LedgerVerifier(LedgerFixtures.logKey()), TestPeople.enrolment())
          .run(connection, List.of())
          .findings();
    }
  }
}
