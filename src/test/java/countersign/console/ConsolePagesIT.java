package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.access.Accounts;
import countersign.authority.Stop;
import countersign.request.Actor;
import countersign.request.ReasonCode;
import countersign.request.Role;
import countersign.testkit.FakeStops;
import countersign.vault.Vault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page, as people use it: with scripts and without, and by those who cannot see it. */
@SpringBootTest(
    classes = ConsoleSlice.class,
    properties = "countersign.slice=console",
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsolePagesIT {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  @Autowired private ConsoleCases cases;
  @Autowired private Vault vault;
  @Autowired private FakeStops stops;
  private Browser scripted;
  private Browser plain;

  @BeforeAll
  void open() {
    scripted = new Browser(port, true);
    plain = new Browser(port, false);
  }

  @AfterAll
  void close() {
    scripted.close();
    plain.close();
  }

  @BeforeEach
  void begin() {
    if (jdbc.sql("select count(*) from file").query(Long.class).single() == 0) {
      ConsoleWorld.fill(jdbc, vault);
    }
    ConsoleWorld.work(
        jdbc, "deliver", ConsoleWorld.FILE + ".rsp.ABCDEFGH", "PARKED", 20, "SFTP_DOWN");
    ConsoleWorld.undecided(jdbc);
    stops.clear();
    cases.begin();
  }

  private Browser browser(boolean scripts) {
    return scripts ? scripted : plain;
  }

  private Browser as(boolean scripts, String name, Role... roles) {
    Browser browser = browser(scripts);
    browser.signIn(name, ConsoleWorld.password(accounts, name, roles));
    return browser;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void the_warning_stands_before_the_sign_in(boolean scripts) {
    Browser browser = browser(scripts);
    browser.signOut();
    browser.open("/login");
    assertThat(browser.text()).contains("authorized use only").contains("SYNTHETIC TEST DATA");
    browser.look("sign-in");
    browser.signIn("nobody", "wrong");
    assertThat(browser.text()).contains("Three failures in a row lock an account for 15 minutes");
    browser.look("sign-in-failed");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_case_goes_from_one_reviewer_to_another(boolean scripts) {
    Browser browser = as(scripts, "adams", Role.FIRST_REVIEWER);
    assertThat(browser.path()).startsWith("/work-list");
    browser.look("work-list");
    browser.narrow("work-list");
    browser.follow("R-000001");
    String sha256 = ConsoleWorld.sha256(ConsoleWorld.item("R-000001"));
    assertThat(browser.text())
        .contains("travelDocumentRequestedOn", "2026-03-01")
        .doesNotContain("Middle name", "Suffix", "Final in court")
        .contains("412 N Oak St", "HSI-2026-004411", "OFF-0417", "Name control agrees: yes", sha256)
        .contains(
            new String(ConsoleWorld.item("R-000001"), java.nio.charset.StandardCharsets.UTF_8));
    for (String id : new String[] {"informant-no", "informant-yes", "impairs-no", "impairs-yes"}) {
      assertThat(browser.isChosen(id)).as("%s is not answered before anybody did", id).isFalse();
    }
    browser.look("case");
    browser.narrow("case");

    browser.choose("informant-no");
    browser.choose("impairs-no");
    browser.type("why", "Order, dates and officer agree with the case.");
    browser.press("Endorse this draft");
    assertThat(browser.text())
        .contains("Request DHS-ICE_T_20261124_0001/R-000001 is now ENDORSED.")
        .contains("No case waits for you.");
    browser.look("work-list-empty");
    browser.open("/requests/" + ConsoleWorld.FILE + "/R-000001");
    assertThat(browser.text()).contains("A different person must countersign it.");
    assertThat(browser.has("form[action$='countersign']")).isFalse();

    Browser second = as(scripts, "baker", Role.COUNTERSIGNER);
    second.follow("R-000001");
    assertThat(second.text()).contains("adams endorsed");
    second.look("case-endorsed");
    second.choose("informant-no");
    second.choose("impairs-no");
    second.type("why", "I come to the same result.");
    second.press("Countersign this draft");
    assertThat(second.text()).contains("R-000001 is now COUNTERSIGNED.");
  }

  @Test
  void a_changed_draft_is_shown_anew_and_the_written_reason_is_kept() {
    Browser browser = as(true, "adams", Role.FIRST_REVIEWER);
    browser.follow("R-000001");
    cases.endorsed("R-000001", "cole");
    browser.choose("informant-no");
    browser.choose("impairs-no");
    browser.type("why", "Everything agrees.");
    browser.press("Endorse this draft");
    assertThat(browser.text()).contains("C409_OTHER_STATE").contains("ENDORSED");
    browser.look("case-conflict");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_refusal_needs_a_reason_and_is_final(boolean scripts) {
    Browser browser = as(scripts, "baker", Role.COUNTERSIGNER);
    browser.follow("R-000002");
    browser.type("why-not", " ");
    browser.press("Deny this request");
    assertThat(browser.text()).contains("C422_NO_REASON");
    browser.look("case-without-reason");
    browser.type("why-not", "The officer left the case.");
    browser.press("Deny this request");
    assertThat(browser.text()).contains("R-000002 is now DECLINED.");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void counsels_refusal_is_lifted_by_a_second_counsel_only(boolean scripts) {
    Browser counsel = as(scripts, "carla", Role.COUNSEL);
    counsel.follow("R-000001");
    counsel.type("why-not", "Not lawful.");
    counsel.press("Deny this request");
    counsel.open("/requests/" + ConsoleWorld.FILE + "/R-000001");
    counsel.look("case-vetoed");
    counsel.type("why-lift", "The order was corrected.");
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
    second.press("Lift the denial");
    assertThat(second.text()).contains("R-000001 is now DRAFTED.");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void operators_see_files_and_never_a_taxpayer(boolean scripts) {
    Browser browser = as(scripts, "oscar", Role.OPERATOR);
    assertThat(browser.path()).startsWith("/files");
    assertThat(browser.text()).contains("F102_SIGNATURE_INVALID", "IN_PROGRESS");
    browser.look("files");
    browser.narrow("files");
    browser.open("/files?state=ANSWERED");
    assertThat(browser.text()).contains("No file is ANSWERED.");
    browser.look("files-empty");
    browser.open("/files/" + ConsoleWorld.FILE);
    assertThat(browser.text())
        .contains("1 refused", "1 held", "3 taken", "1 answered")
        .contains("DHS-ICE_T_20261124_0001.ack.001")
        .doesNotContain("Garcia", "DRAFTED", "ENDORSED");
    browser.look("file");
    browser.follow("R-000001");
    assertThat(browser.text()).contains("TAKEN").doesNotContain("Garcia");
    browser.look("request");
    browser.open("/files/" + ConsoleWorld.QUARANTINED);
    browser.look("file-quarantined");
    browser.open("/files/DHS-ICE_T_20261124_9999");
    assertThat(browser.text()).contains("No file has this id.");
    browser.look("not-found");
    browser.open("/work-list");
    assertThat(browser.text()).contains("This page is not available");
    browser.look("forbidden");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void every_rule_tells_its_word_and_only_reviewers_what_was_found(boolean scripts) {
    cases.undisclosed("R-000001", ReasonCode.M302_NAME_CONTROL_MISMATCH);
    Browser browser = as(scripts, "oscar", Role.OPERATOR);
    browser.open("/files/" + ConsoleWorld.FILE);
    assertThat(browser.has("a[href$='/R-000003/rules']")).isTrue();
    browser.open("/requests/" + ConsoleWorld.FILE + "/R-000003");
    browser.follow("Rule results");
    assertThat(browser.text())
        .contains("R203_ADDRESS_INCOMPLETE", "address.line1", "26 USC 6103(i)(2)(B)(i)")
        .contains("passed", "This request was not looked up.")
        .doesNotContain("412 N Oak", "Garcia");
    browser.look("rules");
    browser.narrow("rules");
    browser.open("/requests/" + ConsoleWorld.FILE + "/R-000001/rules");
    assertThat(browser.text())
        .contains("TAKEN", "M399_NOT_DISCLOSED")
        .doesNotContain("M302", "UNMATCHED", "Garcia");

    Browser reviewer = as(scripts, "adams", Role.FIRST_REVIEWER);
    reviewer.open("/requests/" + ConsoleWorld.FILE + "/R-000001");
    reviewer.follow("Rule results and their sources");
    assertThat(reviewer.text()).contains("M302_NAME_CONTROL_MISMATCH").doesNotContain("Garcia");
    reviewer.look("rules-of-a-case");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void parked_work_goes_on_with_a_reason(boolean scripts) {
    Browser browser = as(scripts, "oscar", Role.OPERATOR);
    browser.follow("Queues");
    assertThat(browser.text())
        .contains("SFTP_DOWN")
        .contains("drafts that wait for a first reviewer");
    browser.look("queues");
    browser.narrow("queues");
    browser.type("reason-0", "The partner's server is back");
    browser.press("Retry");
    assertThat(browser.text()).contains("Requeued.").contains("No work is parked.");
    browser.look("queues-nothing-parked");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void the_glossary_is_open_to_everybody_and_linked_where_its_words_are_used(boolean scripts) {
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
    operator.follow("slice");
    assertThat(operator.path()).isEqualTo("/glossary#slice");
  }

  @Test
  void a_held_file_offers_a_decision_to_those_who_decide() {
    stops.set(Stop.Scope.FILE, ConsoleWorld.HELD, Actor.person("petra"), "looking into it");
    Browser browser = as(true, "carla", Role.COUNSEL);
    browser.open("/files/" + ConsoleWorld.HELD);
    browser.look("file-held");
    browser.type("take", "Seen; the volume is explained.");
    browser.press("Take this file");
    assertThat(browser.path()).isEqualTo("/files/" + ConsoleWorld.HELD);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_held_request_is_taken_with_a_reason_by_those_who_decide(boolean scripts) {
    Browser browser = as(scripts, "carla", Role.COUNSEL);
    browser.open("/requests/" + ConsoleWorld.FILE + "/R-000004/rules");
    assertThat(browser.text()).contains("HELD", "R234_PROTECTED_STATUS", "Deny this request");
    browser.look("rules-held");
    browser.narrow("rules-held");
    browser.type("take", "The status has ended.");
    browser.press("Take this request");
    assertThat(ConsoleWorld.state(jdbc, ConsoleWorld.key("R-000004"))).startsWith("TAKEN");

    Browser operator = as(scripts, "oscar", Role.OPERATOR);
    operator.open("/requests/" + ConsoleWorld.FILE + "/R-000004/rules");
    assertThat(operator.text()).doesNotContain("Take this request");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_file_that_cannot_be_taken_says_why_and_what_happens_next(boolean scripts) {
    Browser browser = as(scripts, "carla", Role.COUNSEL);
    browser.open("/files/" + ConsoleWorld.BLOCKED);
    assertThat(browser.text())
        .contains("A100_DISCLOSURE_DISABLED", "When the block is lifted", "Deny this file")
        .doesNotContain("Take this file");
    browser.look("file-blocked");
    browser.open("/files/" + ConsoleWorld.QUARANTINED);
    assertThat(browser.text())
        .contains("nobody has been able to read it yet", "Deny this file")
        .doesNotContain("Take this file");
    browser.look("file-unread");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_block_that_comes_while_a_page_is_open_answers_a_take_with_its_reason(boolean scripts) {
    Browser browser = as(scripts, "carla", Role.COUNSEL);
    browser.open("/files/" + ConsoleWorld.HELD);
    browser.type("take", "Seen; the volume is explained.");
    jdbc.sql("update file set agreement = 'switched-off' where id = ?")
        .param(ConsoleWorld.HELD)
        .update();
    try {
      browser.press("Take this file");
      assertThat(browser.text())
          .contains("A100_DISCLOSURE_DISABLED", "Nothing was changed")
          .doesNotContain("Take this file");
      assertThat(ConsoleWorld.state(jdbc, ConsoleWorld.HELD)).isEqualTo("HELD");
    } finally {
      jdbc.sql("update file set agreement = 'irs-ice-2025' where id = ?")
          .param(ConsoleWorld.HELD)
          .update();
    }
  }
}
