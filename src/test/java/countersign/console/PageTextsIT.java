package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.accounts.Accounts;
import countersign.request.Role;
import countersign.stops.Stop;
import countersign.testkit.ConsoleData;
import countersign.testkit.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What pages say, where no browser is needed to see it. */
@SpringBootTest(
    classes = ConsoleSlice.class,
    properties = "countersign.slice=console",
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PageTextsIT {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private World world;

  @BeforeEach
  void begin() {
    world.console().begin();
  }

  private String page(String account, Role role, String path) throws Exception {
    WebSession session = new WebSession(port);
    session.signIn(account, world.console().password(accounts, account, role));
    return session.get(path).body().replaceAll("<[^>]*>", "").replaceAll("\\s+", " ");
  }

  @Test
  void a_case_names_the_stops_that_keep_it_from_leaving() throws Exception {
    String path = "/requests/" + ConsoleData.FILE + "/R-000001";
    assertThat(page("adams", Role.FIRST_REVIEWER, path)).doesNotContain("from leaving");

    world.stops(Stop.Scope.FILE, ConsoleData.FILE);
    assertThat(page("adams", Role.FIRST_REVIEWER, path))
        .contains("Stop 1 on the page Stops keeps this case from leaving, whatever you decide.");

    world.stops(Stop.Scope.AGREEMENT, "irs-ice-2025");
    assertThat(page("adams", Role.FIRST_REVIEWER, path))
        .contains("Stops 1, 2 on the page Stops keep this case from leaving");
    world.withoutStops();
  }

  @Test
  void a_stop_of_another_file_is_no_word_about_the_case() throws Exception {
    world.stops(Stop.Scope.FILE, ConsoleData.HELD);
    assertThat(page("adams", Role.FIRST_REVIEWER, "/requests/" + ConsoleData.FILE + "/R-000001"))
        .doesNotContain("from leaving");
    world.withoutStops();
  }

  @Test
  void the_routes_are_listed_from_the_inbox_down() throws Exception {
    String page = page("oscar", Role.OPERATOR, "/routes");
    assertThat(page.substring(page.indexOf("The message holds then")))
        .containsSubsequence(
            "partners.camel.yaml:", " arrival ", " intake ", " lookup ", "pipeline.camel.yaml:");
  }

  @Test
  void a_missing_file_is_told_once() throws Exception {
    assertThat(page("oscar", Role.OPERATOR, "/files/DHS-ICE_T_20261124_9999"))
        .contains("Not found", "No file has this id.")
        .doesNotContain("Nothing has this id");
  }
}
