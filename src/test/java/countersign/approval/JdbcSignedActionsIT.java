package countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.authority.TestAuthority;
import countersign.ledger.Event;
import countersign.lifecycle.LifecycleFixtures;
import countersign.lifecycle.Work;
import countersign.lifecycle.WorkQueue;
import countersign.request.Actor;
import countersign.request.Role;
import countersign.request.Verb;
import countersign.statement.ActionSigning;
import countersign.statement.Reviewer;
import countersign.testkit.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger's event of an action carries a signature of the person who did it. */
class JdbcSignedActionsIT {
  private static final String ID = "DHS-ICE_T_20261124_0001.rsp.ABCDEFGH";

  private World world;
  private ActionSigning signing;

  @BeforeEach
  void work_is_parked() {
    world = new World();
    signing = new ActionSigning("A".repeat(40), world.authority(), world.clock());
    work().park(WorkQueue.DELIVER, ID, "SFTP_DOWN");
  }

  @Test
  void an_enrolled_operator_signs_what_is_retried() {
    Actor evans = signing.actor(reviewer("evans", Role.OPERATOR), "The key is new.").orElseThrow();

    work().retry(WorkQueue.DELIVER, ID, evans, "The key is new.");

    Event event = retried();
    assertThat(event.facts()).containsEntry("person", "p-evans").containsKey("signature");
    assertThat(signing.signerOf(event))
        .hasValueSatisfying(who -> assertThat(who.person().id()).isEqualTo("p-evans"));
  }

  @Test
  void an_action_without_a_key_is_recorded_without_a_signature() {
    work().retry(WorkQueue.DELIVER, ID, Actor.person("evans"), "The key is new.");

    assertThat(signing.signerOf(retried())).isEmpty();
  }

  @Test
  void an_event_that_was_changed_or_moved_does_not_verify() {
    Actor evans = signing.actor(reviewer("evans", Role.OPERATOR), "The key is new.").orElseThrow();
    work().retry(WorkQueue.DELIVER, ID, evans, "The key is new.");
    Event good = retried();
    Map<String, String> otherReason = new HashMap<>(good.facts());
    otherReason.put("reason", "0".repeat(64));
    Map<String, String> noHex = new HashMap<>(good.facts());
    noHex.put("signature", "none");

    for (Event bad :
        List.of(
            event(good, Verb.DISCARD, ID, "evans", good.facts()),
            event(good, good.verb(), ID + "X", "evans", good.facts()),
            event(good, good.verb(), ID, "adams", good.facts()),
            event(good, good.verb(), ID, "evans", otherReason),
            event(good, good.verb(), ID, "evans", noHex))) {
      assertThat(signing.signerOf(bad)).isEmpty();
    }
    assertThat(signing.signerOf(event(good, good.verb(), ID, "evans", good.facts()))).isPresent();
    assertThat(new ActionSigning("B".repeat(40), world.authority(), world.clock()).signerOf(good))
        .as("another installation")
        .isEmpty();
  }

  @Test
  void a_person_who_is_not_enrolled_with_a_role_of_the_account_cannot_sign() {
    assertThat(signing.actor(reviewer("nobody", Role.OPERATOR), "x")).isEmpty();
    assertThat(signing.actor(reviewer("evans", Role.AUDITOR), "x")).isEmpty();
    assertThat(signing.actor(new Reviewer("evans", java.util.Set.of(Role.OPERATOR)), "x"))
        .isEmpty();
    Reviewer otherKey =
        new Reviewer(
            "evans", java.util.Set.of(Role.OPERATOR), reviewer("adams", Role.OPERATOR).signer());
    assertThat(signing.actor(otherKey, "x")).as("a key of another account").isEmpty();
  }

  @Test
  void a_register_without_the_key_does_not_verify_its_signature() {
    Actor evans = signing.actor(reviewer("evans", Role.OPERATOR), "x").orElseThrow();
    work().retry(WorkQueue.DELIVER, ID, evans, "x");

    assertThat(
            new ActionSigning(
                    "A".repeat(40),
                    TestAuthority.enrolling(
                        countersign.authority.Enrolment.NONE, Map.of(), List.of()),
                    world.clock())
                .signerOf(retried()))
        .isEmpty();
  }

  private static Reviewer reviewer(String account, Role... roles) {
    return TestSigner.reviewer(account, roles);
  }

  private static Event event(
      Event like, Verb verb, String subject, String account, Map<String, String> facts) {
    return new Event(verb, subject, like.at(), Actor.person(account), facts, like.salt());
  }

  private Work work() {
    return LifecycleFixtures.workOn(world.database(), world.clock());
  }

  private Event retried() {
    return world.ledger().reader().history(ID).stream()
        .filter(event -> event.verb() == Verb.RETRY)
        .findFirst()
        .orElseThrow();
  }
}
