package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.Role;
import countersign.stops.Stop;
import countersign.testkit.ConsoleData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of files and requests that wait for a person, in a browser. */
class HeldFilePagesIT extends ConsolePages {

  @Test
  void a_held_file_offers_its_decision_only_to_roles_that_may_decide() {
    world.stops().set(Stop.Scope.FILE, ConsoleData.HELD, Actor.person("petra"), "looking into it");
    Browser browser = as(true, "carla", Role.COUNSEL);
    browser.open("/files/" + ConsoleData.HELD);
    browser.look("file-held");
    browser.type("take", "Seen; the volume is explained.");
    browser.type("take-password", password("carla"));
    browser.press("Take this file");
    assertThat(browser.path()).isEqualTo("/files/" + ConsoleData.HELD);
  }

  @Test
  void what_a_person_wrote_is_kept_over_the_end_of_a_session_and_over_a_refusal() {
    Browser browser = as(true, "carla", Role.COUNSEL);
    browser.open("/files/" + ConsoleData.HELD);
    browser.type("take", "The volume is explained.");
    browser.await("Kept.");
    browser.open("/stops/new?scope=FILE&value=" + ConsoleData.HELD);
    browser.press("Show what it catches");
    browser.type("reason", "A doubt about the volume.");
    browser.await("Kept.");

    Browser again = as(true, "carla", Role.COUNSEL);
    again.open("/files/" + ConsoleData.HELD);
    assertThat(again.value("#take")).isEqualTo("The volume is explained.");
    again.type("take-password", "not my password");
    again.press("Take this file");
    assertThat(again.value("#take")).isEqualTo("The volume is explained.");
    again.open("/stops/new?scope=FILE&value=" + ConsoleData.HELD);
    again.press("Show what it catches");
    assertThat(again.value("#reason")).isEqualTo("A doubt about the volume.");

    Browser other = as(true, "celia", Role.COUNSEL);
    other.open("/files/" + ConsoleData.HELD);
    assertThat(other.value("#take")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_role_that_may_decide_takes_a_held_request_with_a_reason(boolean scripts) {
    Browser browser = as(scripts, "carla", Role.COUNSEL);
    browser.open("/requests/" + ConsoleData.FILE + "/R-000004/rules");
    assertThat(browser.text()).contains("HELD", "R234_PROTECTED_STATUS", "Deny this request");
    browser.look("rules-held");
    browser.narrow("rules-held");
    browser.type("take", "The status has ended.");
    browser.type("take-password", password("carla"));
    browser.press("Take this request");
    assertThat(world.told(ConsoleData.key("R-000004"))).startsWith("TAKEN");

    Browser operator = as(scripts, "oscar", Role.OPERATOR);
    operator.open("/requests/" + ConsoleData.FILE + "/R-000004/rules");
    assertThat(operator.text()).doesNotContain("Take this request");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void the_page_of_a_file_that_cannot_be_taken_says_why_and_what_happens_next(boolean scripts) {
    Browser browser = as(scripts, "carla", Role.COUNSEL);
    browser.open("/files/" + ConsoleData.BLOCKED);
    assertThat(browser.text())
        .contains("A100_DISCLOSURE_DISABLED", "When the block ends", "Deny this file")
        .doesNotContain("Take this file");
    browser.look("file-blocked");
    browser.open("/files/" + ConsoleData.QUARANTINED);
    assertThat(browser.text())
        .contains("the gateway has not been able to read it yet", "Deny this file")
        .doesNotContain("Take this file");
    browser.look("file-unread");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void taking_a_file_shows_the_reason_of_a_block_set_while_the_page_was_open(boolean scripts) {
    Browser browser = as(scripts, "carla", Role.COUNSEL);
    browser.open("/files/" + ConsoleData.HELD);
    browser.type("take", "Seen; the volume is explained.");
    world
        .tampering()
        .sql("update file set agreement = 'switched-off' where id = ?")
        .param(ConsoleData.HELD)
        .update();
    try {
      browser.type("take-password", password("carla"));
      browser.press("Take this file");
      assertThat(browser.text())
          .contains("A100_DISCLOSURE_DISABLED", "Nothing was changed")
          .doesNotContain("Take this file");
      assertThat(world.state(new FileId(ConsoleData.HELD))).isEqualTo("HELD");
    } finally {
      world
          .tampering()
          .sql("update file set agreement = 'irs-ice-2025' where id = ?")
          .param(ConsoleData.HELD)
          .update();
    }
  }
}
