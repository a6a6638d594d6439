package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.request.ReasonCode;
import countersign.request.Role;
import countersign.testkit.ConsoleData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page in a browser, with and without scripts, with a check of accessibility. */
class ConsolePagesIT extends ConsolePages {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void the_sign_in_page_shows_the_warning(boolean scripts) {
    Browser browser = browser(scripts);
    browser.signOut();
    browser.open("/login");
    assertThat(browser.text())
        .contains("authorized use only", "SYNTHETIC TEST DATA", "Root of trust: sha256 " + ROOT);
    browser.look("sign-in");
    browser.signIn("nobody", "wrong");
    assertThat(browser.text()).contains("Three failures in a row lock an account for 15 minutes");
    browser.look("sign-in-failed");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void two_reviewers_approve_a_case_one_after_the_other(boolean scripts) {
    Browser browser = as(scripts, "adams", Role.FIRST_REVIEWER);
    assertThat(browser.path()).startsWith("/work-list");
    browser.look("work-list");
    browser.narrow("work-list");
    browser.follow("R-000001");
    String sha256 = ConsoleData.draftSha256("R-000001");
    assertThat(browser.text())
        .contains("travelDocumentRequestedOn", "2026-03-01")
        .doesNotContain("Middle name", "Suffix", "Final in court")
        .contains("412 N Oak St", "HSI-2026-004411", "OFF-0417", "Name control agrees: yes", sha256)
        .contains(
            new String(ConsoleData.item("R-000001"), java.nio.charset.StandardCharsets.UTF_8));
    for (String id : new String[] {"informant-no", "informant-yes", "impairs-no", "impairs-yes"}) {
      assertThat(browser.isChosen(id)).as("%s is not answered before anybody did", id).isFalse();
    }
    browser.look("case");
    browser.narrow("case");

    browser.choose("informant-no");
    browser.choose("impairs-no");
    browser.type("why", "Order, dates and officer agree with the case.");
    browser.type("sign-password", password("adams"));
    browser.press("Endorse this draft");
    assertThat(browser.text())
        .contains("Request DHS-ICE_T_20261124_0001/R-000001 is now ENDORSED.")
        .contains("No case waits for you.");
    browser.look("work-list-empty");
    browser.open("/requests/" + ConsoleData.FILE + "/R-000001");
    assertThat(browser.text()).contains("A different person must countersign it.");
    assertThat(browser.has("form[action$='countersign']")).isFalse();

    Browser second = as(scripts, "baker", Role.COUNTERSIGNER);
    second.follow("R-000001");
    assertThat(second.text()).contains("adams endorsed");
    second.look("case-endorsed");
    second.choose("informant-no");
    second.choose("impairs-no");
    second.type("why", "I come to the same result.");
    second.type("sign-password", password("baker"));
    second.press("Countersign this draft");
    assertThat(second.text()).contains("R-000001 is now COUNTERSIGNED.");
  }

  @Test
  void a_changed_draft_is_shown_again_and_the_written_reason_is_kept() {
    Browser browser = as(true, "adams", Role.FIRST_REVIEWER);
    browser.follow("R-000001");
    cases.endorsed("R-000001", "cole");
    browser.choose("informant-no");
    browser.choose("impairs-no");
    browser.type("why", "Everything agrees.");
    browser.type("sign-password", password("adams"));
    browser.press("Endorse this draft");
    assertThat(browser.text()).contains("C409_OTHER_STATE").contains("ENDORSED");
    browser.look("case-conflict");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_denial_needs_a_reason_and_is_asked_once(boolean scripts) {
    Browser browser = as(scripts, "baker", Role.COUNTERSIGNER);
    browser.follow("R-000002");
    browser.type("why", " ");
    browser.press("Deny this request");
    assertThat(browser.text()).contains("C422_NO_REASON");
    browser.look("case-without-reason");
    browser.type("why", "The officer left the case.");
    browser.press("Deny this request");
    assertThat(browser.text())
        .contains("Deny this request for good?", "Nobody can undo this.")
        .contains("The officer left the case.");
    browser.look("case-confirm-denial");
    browser.type("deny-password", password("baker"));
    browser.press("Deny for good");
    assertThat(browser.text()).contains("R-000002 is now DECLINED.");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void only_a_second_counsel_lifts_a_denial_by_counsel(boolean scripts) {
    Browser counsel = as(scripts, "carla", Role.COUNSEL);
    counsel.follow("R-000001");
    counsel.type("why", "Not lawful.");
    counsel.press("Deny this request");
    counsel.look("case-counsel-denies");
    counsel.type("deny-password", password("carla"));
    counsel.press("Deny for good");
    counsel.open("/requests/" + ConsoleData.FILE + "/R-000001");
    counsel.look("case-vetoed");
    counsel.type("why-lift", "The order was corrected.");
    counsel.type("lift-password", password("carla"));
    counsel.press("Ask a second counsel");
    assertThat(counsel.text())
        .contains("Counsel carla denied this case.", "carla asked to lift the denial")
        .doesNotContain("Lift the denial");

    Browser second = as(scripts, "celia", Role.COUNSEL);
    assertThat(second.text()).contains("second counsel");
    second.follow("R-000001");
    second.look("case-lift");
    second.narrow("case-lift");
    second.type("why-lift", "I have read it.");
    second.type("lift-password", password("celia"));
    second.press("Lift the denial");
    assertThat(second.text()).contains("R-000001 is now DRAFTED.");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void operators_see_files_but_no_taxpayer_data(boolean scripts) {
    Browser browser = as(scripts, "oscar", Role.OPERATOR);
    assertThat(browser.path()).startsWith("/files");
    assertThat(browser.text()).contains("F102_SIGNATURE_INVALID", "IN_PROGRESS");
    browser.look("files");
    browser.narrow("files");
    browser.open("/files?state=ANSWERED");
    assertThat(browser.text()).contains("No file is in the state ANSWERED.");
    browser.look("files-empty");
    browser.open("/files/" + ConsoleData.FILE);
    assertThat(browser.text())
        .contains("1 rejected", "1 held", "3 taken", "1 answered")
        .contains("DHS-ICE_T_20261124_0001.ack.001")
        .doesNotContain("Garcia", "DRAFTED", "ENDORSED");
    browser.look("file");
    browser.follow("R-000001");
    assertThat(browser.text()).contains("TAKEN").doesNotContain("Garcia");
    browser.look("request");
    browser.open("/files/" + ConsoleData.QUARANTINED);
    browser.look("file-quarantined");
    browser.open("/files/DHS-ICE_T_20261124_9999");
    assertThat(browser.text()).contains("No file has this id.");
    browser.look("not-found");
    browser.open("/work-list");
    assertThat(browser.text()).contains("Page not available");
    browser.look("forbidden");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyone_sees_each_rules_result_and_only_reviewers_see_the_look_up(boolean scripts) {
    cases.undisclosed("R-000001", ReasonCode.M302_NAME_CONTROL_MISMATCH);
    Browser browser = as(scripts, "oscar", Role.OPERATOR);
    browser.open("/files/" + ConsoleData.FILE);
    assertThat(browser.has("a[href$='/R-000003/rules']")).isTrue();
    browser.open("/requests/" + ConsoleData.FILE + "/R-000003");
    browser.follow("Rule results");
    assertThat(browser.text())
        .contains("R203_ADDRESS_INCOMPLETE", "address.line1", "26 USC 6103(i)(2)(B)(i)")
        .contains("passed", "This request was not looked up.")
        .doesNotContain("412 N Oak", "Garcia");
    browser.look("rules");
    browser.narrow("rules");
    browser.open("/requests/" + ConsoleData.FILE + "/R-000001/rules");
    assertThat(browser.text())
        .contains("TAKEN", "M399_NOT_DISCLOSED")
        .doesNotContain("M302", "UNMATCHED", "Garcia");

    Browser reviewer = as(scripts, "adams", Role.FIRST_REVIEWER);
    reviewer.open("/requests/" + ConsoleData.FILE + "/R-000001");
    reviewer.follow("Rule results and their sources");
    assertThat(reviewer.text()).contains("M302_NAME_CONTROL_MISMATCH").doesNotContain("Garcia");
    reviewer.look("rules-of-a-case");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_operator_pauses_a_partner_and_resumes_it(boolean scripts) {
    Browser browser = as(scripts, "oscar", Role.OPERATOR);
    browser.follow("Partners");
    assertThat(browser.text()).contains("Files in the inbox: 1.", "not since the gateway started");
    browser.look("partners");
    browser.narrow("partners");
    browser.type("reason-0", "The server is replaced");
    browser.press("Pause dhs-ice");
    assertThat(browser.text())
        .contains("Nothing is fetched from this partner", "Paused by oscar since");
    browser.look("partners-paused");
    browser.type("reason-0", "The server is there");
    browser.press("Resume dhs-ice");
    assertThat(browser.text()).contains("Polls and uploads go on.").doesNotContain("Paused by");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_operator_requeues_parked_work_with_a_reason(boolean scripts) {
    Browser browser = as(scripts, "oscar", Role.OPERATOR);
    browser.follow("Queues");
    assertThat(browser.text())
        .contains("SFTP_DOWN")
        .contains("drafts that wait for a first reviewer");
    browser.look("queues");
    browser.narrow("queues");
    assertThat(browser.text()).contains("it can only be retried");
    browser.type("reason-0", "The partner's server is back");
    browser.press("Retry");
    assertThat(browser.text()).contains("Requeued.").contains("No work is parked.");
    browser.look("queues-nothing-parked");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void the_glossary_needs_no_sign_in_and_pages_link_to_its_terms(boolean scripts) {
    Browser browser = browser(scripts);
    browser.signOut();
    browser.open("/login");
    browser.follow("Glossary");
    assertThat(browser.path()).isEqualTo("/glossary");
    assertThat(browser.text()).contains("reviewing floor", "To sign a file and encrypt it");
    browser.look("glossary");
    browser.narrow("glossary");
    Browser operator = as(scripts, "oscar", Role.OPERATOR);
    operator.open("/queues");
    assertThat(operator.text())
        .contains("Set aside", "unpublished-0123456789abcdef", "NOT_FETCHED");
    operator.follow("slice");
    assertThat(operator.path()).isEqualTo("/glossary#slice");
  }
}
