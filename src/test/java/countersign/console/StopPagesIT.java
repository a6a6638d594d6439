package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.accounts.Accounts;
import countersign.request.Role;
import countersign.testkit.ConsoleData;
import countersign.testkit.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page for stops in a browser, with and without scripts. */
@SpringBootTest(
    classes = ConsoleSlice.class,
    properties = "countersign.slice=console",
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class StopPagesIT {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private World world;

  @BeforeEach
  void nothing_is_stopped() {
    world.withoutStops();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void one_person_stops_everything_and_two_people_lift_it(boolean scripts) {
    try (Browser browser = new Browser(port, scripts)) {
      stopsEverything(browser);
      proposes(browser);
      confirms(browser);
    }
  }

  private void stopsEverything(Browser operator) {
    operator.signIn("oscar", world.console().password(accounts, "oscar", Role.OPERATOR));
    operator.follow("Stops");
    assertThat(operator.text()).contains("Nothing is stopped.").doesNotContain("Set a veto");
    operator.look("stops-empty");
    operator.type("reason", "A court has ordered it.");
    operator.type("stop-password", "not my password");
    operator.press("Stop everything");
    assertThat(operator.text()).contains("C403_WRONG_PASSWORD");
    assertThat(world.count("select count(*) from stop")).isZero();
    operator.type("reason", "A court has ordered it.");
    operator.press("Stop everything");
    assertThat(operator.text()).contains("Every disclosure is stopped (stop 1, set by oscar).");
    assertThat(operator.has("form[action$='/lift']")).isFalse();
    operator.look("stops-own");
  }

  private void proposes(Browser officer) {
    officer.signIn("petra", world.console().password(accounts, "petra", Role.PRIVACY_OFFICER));
    officer.follow("Stops");
    officer.type("lift-1", "The order was stayed.");
    officer.type(
        "lift-password-1", world.console().password(accounts, "petra", Role.PRIVACY_OFFICER));
    officer.press("Propose to lift this stop");
    assertThat(officer.text()).contains("petra proposed to lift it", "The order was stayed.");
    assertThat(officer.has("form[action$='/lift']")).isFalse();
    officer.look("stops-proposed");
  }

  private void confirms(Browser counsel) {
    counsel.signIn("carla", world.console().password(accounts, "carla", Role.COUNSEL));
    counsel.follow("Stops");
    counsel.look("stops-standing");
    counsel.type("lift-1", "I read the order.");
    counsel.type("lift-password-1", world.console().password(accounts, "carla", Role.COUNSEL));
    counsel.press("Lift this stop");
    assertThat(counsel.text()).contains("Nothing is stopped.").contains("I read the order.");
    assertThat(counsel.text())
        .contains(
            "petra proposed it", "The order was stayed.", "carla lifted it", "I read the order.");
    counsel.look("stops-lifted");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_stop_of_a_part_is_chosen_from_known_values_and_previewed(boolean scripts) {
    world.console().fill();
    try (Browser browser = new Browser(port, scripts)) {
      browser.signIn("oscar", world.console().password(accounts, "oscar", Role.OPERATOR));
      browser.open("/stops/new?scope=FILE&value=" + ConsoleData.FILE);
      browser.look("stop-choice");
      browser.press("Show what it catches");
      assertThat(browser.text()).contains("What it catches now", "What has already left");
      assertThat(world.count("select count(*) from stop")).as("after the preview").isZero();
      browser.look("stop-preview");
      browser.type("reason", "A doubt about this file.");
      browser.press("Set this stop");
      assertThat(browser.text()).contains("Stop 1: File " + ConsoleData.FILE);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_stop_that_catches_nothing_says_so_before_it_is_set(boolean scripts) {
    try (Browser browser = new Browser(port, scripts)) {
      browser.signIn("carla", world.console().password(accounts, "carla", Role.COUNSEL));
      browser.open("/stops/new?scope=SUBJECT");
      browser.look("stop-choice-person");
      browser.type("number", "900-40-9876");
      browser.press("Show what it catches");
      assertThat(browser.text()).contains("This stop catches nothing now");
      assertThat(browser.value("#number")).isEmpty();
      browser.look("stop-catches-nothing");
      browser.choose("catchesNothing");
      browser.type("number", "900409875");
      browser.type("reason", "A court has ordered it.");
      browser.press("Set this stop");
      assertThat(browser.text()).contains("the two numbers differ");
      browser.open("/stops/new?scope=SUBJECT&kind=VETO");
      browser.type("number", "900409876");
      browser.press("Show what it catches");
      browser.choose("catchesNothing");
      browser.type("number", "900409876");
      browser.type("reason", "Not lawful.");
      browser.press("Set this veto");
      assertThat(browser.text()).contains("Veto 1: Person ", "Only two counsel lift it");
      browser.look("stops-veto");
      browser.narrow("stops-veto");
    }
  }

  @Test
  void a_district_and_days_have_fields_of_their_own() {
    world.console().fill();
    try (Browser browser = new Browser(port, true)) {
      browser.signIn("petra", world.console().password(accounts, "petra", Role.PRIVACY_OFFICER));
      browser.open("/stops/new?scope=DISTRICT&value=TXWD");
      browser.look("stop-choice-district");
      browser.press("Show what it catches");
      assertThat(browser.text()).contains("What it catches now");
      browser.open("/stops/new?scope=PICKED_UP&from=2026-11-01&until=2026-11-30");
      browser.look("stop-choice-days");
      browser.press("Show what it catches");
      assertThat(browser.text()).contains("2026-11-01/2026-11-30");
    }
  }
}
