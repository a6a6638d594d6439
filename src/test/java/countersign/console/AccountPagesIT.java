package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.request.Role;
import countersign.testkit.ConsoleData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of administrators and auditors, with and without scripts. */
class AccountPagesIT extends ConsolePages {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void one_administrator_proposes_an_account_and_another_confirms_it(boolean scripts) {
    String name = "newcomer-" + scripts;
    Browser first = as(scripts, "amelia", Role.ADMINISTRATOR);
    assertThat(first.path()).isEqualTo("/accounts");
    first.look("accounts");
    first.narrow("accounts");
    first.type("account", name);
    first.choose("role-AUDITOR");
    first.choose("role-COUNTERSIGNER");
    first.type("reason", "The audit needs a second person.");
    first.type("propose-password", password("amelia"));
    first.press("Propose");
    assertThat(first.text()).contains("A reviewer cannot also be", "C400_MALFORMED");
    assertThat(first.isChosen("role-AUDITOR")).isTrue();
    first.look("accounts-refused");
    first.choose("role-COUNTERSIGNER");
    first.type("propose-password", "not my password");
    first.press("Propose");
    assertThat(first.text()).contains("C403_WRONG_PASSWORD");
    first.type("propose-password", password("amelia"));
    first.press("Propose");
    assertThat(first.text())
        .contains("Create " + name + " with the roles: auditor")
        .doesNotContain("Confirm this change");
    first.look("accounts-proposed");

    Browser second = as(scripts, "arthur", Role.ADMINISTRATOR);
    second.look("accounts-to-confirm");
    second.type(second.idOf("input[id^=confirm-password]"), password("arthur"));
    second.press("Confirm this change");
    assertThat(second.text()).contains("Password of " + name, "No change waits.");
    second.look("accounts-confirmed");
    second.open("/accounts");
    assertThat(second.text()).doesNotContain("Password of " + name).contains(name);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_auditor_reads_who_saw_whom_and_who_signed_in_from_where(boolean scripts) {
    Browser reviewer = as(scripts, "adams", Role.FIRST_REVIEWER);
    reviewer.open("/requests/" + ConsoleData.FILE + "/R-000001");
    Browser auditor = as(scripts, "audrey", Role.AUDITOR);
    auditor.follow("Access record");
    assertThat(auditor.text()).contains("signed in", "127.0.0.1");
    auditor.type("account", "adams");
    auditor.type("subject", ConsoleData.FILE);
    auditor.press("Show");
    assertThat(auditor.text()).contains("saw: case", ConsoleData.FILE + "/R-000001");
    auditor.look("access");
    auditor.narrow("access");
    auditor.open("/access?day=yesterday");
    assertThat(auditor.text()).contains("C400_MALFORMED", "There is no such entry.");
    auditor.look("access-refused");
    auditor.open("/accounts");
    assertThat(auditor.has("#propose")).isFalse();
  }
}
