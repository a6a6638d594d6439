package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.access.Accounts;
import countersign.request.Role;
import countersign.testkit.World;
import org.junit.jupiter.api.BeforeEach;
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
    world.stops().clear();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void one_person_stops_everything_and_another_lifts_it(boolean scripts) {
    try (Browser browser = new Browser(port, scripts)) {
      stopsEverything(browser);
      lifts(browser);
    }
  }

  private void stopsEverything(Browser counsel) {
    counsel.signIn("carla", world.console().password(accounts, "carla", Role.COUNSEL));
    counsel.follow("Stops");
    assertThat(counsel.text()).contains("Nothing is stopped.");
    counsel.look("stops-empty");
    counsel.type("reason", "A court has ordered it.");
    counsel.type("stop-password", "not my password");
    counsel.press("Stop");
    assertThat(counsel.text()).contains("C403_WRONG_PASSWORD");
    assertThat(world.stops().all()).isEmpty();
    counsel.type("reason", "A court has ordered it.");
    counsel.press("Stop");
    assertThat(counsel.text()).contains("Every disclosure is stopped (stop 1, set by carla).");
    assertThat(counsel.has("form[action$='/lift']")).isFalse();
    counsel.look("stops-own");
  }

  private void lifts(Browser officer) {
    officer.signIn("petra", world.console().password(accounts, "petra", Role.PRIVACY_OFFICER));
    officer.follow("Stops");
    officer.look("stops-standing");
    officer.type("lift-1", "The order was stayed.");
    officer.type(
        "lift-password-1", world.console().password(accounts, "petra", Role.PRIVACY_OFFICER));
    officer.press("Lift this stop");
    assertThat(officer.text()).contains("Nothing is stopped.").contains("The order was stayed.");
    officer.look("stops-lifted");
  }
}
