package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.request.Role;
import countersign.reviewdesk.DeskFixtures;
import countersign.testkit.ConsoleData;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the reviewers' desk in a browser. */
class DeskPagesIT extends ConsolePages {
  private static final String CASE = "/requests/" + ConsoleData.FILE + "/R-000001";

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void one_click_gives_the_next_case_and_nobody_else_gets_it(boolean scripts) {
    Browser browser = as(scripts, "adams", Role.FIRST_REVIEWER);
    assertThat(browser.text()).contains("Held files and requests", "A person's decision.");
    browser.press("Next case");
    assertThat(browser.path()).isEqualTo(CASE);
    assertThat(browser.text()).contains("You work on this case until");
    browser.look("case-claimed");
    browser.open("/work-list");
    assertThat(browser.text()).contains("You work on", "Give back");
    browser.look("work-list-claimed");
    browser.narrow("work-list-claimed");

    Browser other = as(scripts, "ellis", Role.FIRST_REVIEWER);
    assertThat(other.text())
        .contains("No case waits for you.", "1 more case is in other people's hands");
    other.open(CASE);
    assertThat(other.text()).contains("adams works on this case until", "You can read it.");
    assertThat(other.has("textarea")).isFalse();
    other.look("case-claimed-by-other");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void the_work_list_shows_what_fits_its_filter(boolean scripts) {
    Browser browser = as(scripts, "adams", Role.FIRST_REVIEWER);
    browser.look("work-list-filter");
    browser.narrow("work-list-filter");
    browser.type("agency", "DHS-OTHER");
    browser.press("Show");
    assertThat(browser.text())
        .contains("No case that waits for you fits the filter.", "Show all")
        .doesNotContain("Held files and requests");
    browser.look("work-list-filtered");
    browser.follow("Show all");
    assertThat(browser.text()).contains("1 case waits for you", "Held files and requests");
    browser.open("/work-list?agency=dhs-ice&state=DRAFTED&dueWithinHours=");
    assertThat(browser.text()).contains("R-000001").doesNotContain("Held files and requests");
  }

  @Test
  void signing_out_gives_every_case_back() {
    Browser browser = as(true, "adams", Role.FIRST_REVIEWER);
    browser.press("Next case");
    browser.open("/work-list");
    browser.leave();
    Browser other = as(true, "ellis", Role.FIRST_REVIEWER);
    assertThat(other.text()).contains("1 case waits for you");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_a_person_writes_survives_the_end_of_the_session(boolean scripts) {
    Browser browser = as(scripts, "adams", Role.FIRST_REVIEWER);
    browser.follow("R-000001");
    browser.type("why", "Order and dates agree so far.");
    if (scripts) {
      Awaitility.await().untilAsserted(() -> assertThat(browser.text()).contains("Kept."));
      browser.look("case-kept");
    } else {
      browser.press("Keep my text");
    }
    Browser later = as(scripts, "adams", Role.FIRST_REVIEWER);
    later.open(CASE);
    assertThat(later.value("#why")).isEqualTo("Order and dates agree so far.");
    Browser other = as(scripts, "ellis", Role.FIRST_REVIEWER);
    other.open(CASE);
    assertThat(other.text()).doesNotContain("Order and dates agree so far.");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_lost_race_turns_no_form_into_another_steps(boolean scripts) {
    Browser browser = as(scripts, "clark", Role.FIRST_REVIEWER, Role.COUNTERSIGNER);
    browser.open(CASE);
    cases.endorsed("R-000001", "cole");
    browser.choose("informant-no");
    browser.choose("impairs-no");
    browser.type("why", "Everything agrees.");
    browser.type("sign-password", password("clark"));
    browser.press("Endorse this draft");
    assertThat(browser.text())
        .contains("C409_OTHER_STATE", "Your text is kept", "Everything agrees.")
        .doesNotContain("Countersign this draft");
    assertThat(browser.has("form[action$='/countersign']")).isFalse();
    browser.look("case-lost-race");
    browser.follow("Open the case again");
    assertThat(browser.value("#why")).as("the form of the other step").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "no, no, Endorse this draft, ENDORSED",
    "yes, no, Endorse this draft, DECLINED",
    "no, yes, Endorse this draft, DECLINED",
    "yes, yes, Endorse this draft, DECLINED",
    "no, no, Deny this request, DECLINED",
    "yes, yes, Deny this request, DECLINED"
  })
  void each_answer_and_button_does_what_its_label_says(
      String informant, String impairs, String button, String state) {
    Browser browser = as(true, "adams", Role.FIRST_REVIEWER);
    browser.open(CASE);
    browser.choose("informant-" + informant);
    browser.choose("impairs-" + impairs);
    browser.type("why", "Read and compared.");
    browser.type("sign-password", password("adams"));
    browser.press(button);
    if (state.equals("DECLINED")) {
      assertThat(browser.text()).contains("Deny this request for good?");
      assertThat(world.told(ConsoleData.key("R-000001"))).startsWith("DRAFTED");
      assertThat(browser.text().contains("You answered yes"))
          .isEqualTo(informant.equals("yes") || impairs.equals("yes"));
      browser.look("case-confirm-" + informant + "-" + impairs);
      browser.type("deny-password", password("adams"));
      browser.press("Deny for good");
    }
    assertThat(browser.text()).contains("R-000001 is now " + state + ".");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_control_case_looks_like_a_case_and_its_result_is_the_privacy_officers(boolean scripts) {
    DeskFixtures.controlCaseLike(world, ConsoleData.key("R-000001"));
    Browser browser = as(scripts, "adams", Role.FIRST_REVIEWER);
    browser.follow("R-000007");
    assertThat(browser.text()).contains("R-000007", "Asked, on record, leaving");
    browser.look("case-control");
    browser.follow("Rule results and their sources");
    assertThat(browser.text()).contains("R-000007");
    browser.open("/files/" + ConsoleData.FILE);
    assertThat(browser.text()).contains("R-000007", "4 taken");
    browser.open("/requests/" + ConsoleData.FILE + "/R-000007");
    browser.type("why", "The record is not this person's.");
    browser.press("Deny this request");
    browser.type("deny-password", password("adams"));
    browser.press("Deny for good");
    assertThat(browser.text()).contains("R-000007 is now DECLINED.");

    Browser officer = as(scripts, "petra", Role.PRIVACY_OFFICER);
    officer.follow("Control cases");
    assertThat(officer.text()).contains("adams found it and denied it.");
    officer.look("control-cases");
    officer.narrow("control-cases");
    Browser operator = as(scripts, "oscar", Role.OPERATOR);
    operator.open("/requests/" + ConsoleData.FILE + "/R-000007");
    assertThat(operator.text()).contains("No request has this id.");
  }
}
