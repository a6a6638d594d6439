package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.authority.Authority;
import countersign.authority.TestAuthority;
import countersign.authority.TestPeople;
import countersign.console.DecisionKeys.Signature;
import countersign.testkit.SettableClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How an account signs depends on how people sign in and on its keys. */
class PasskeySigningTest {
  private final SettableClock clock = new SettableClock();

  @Test
  void a_person_without_a_passkey_is_not_asked_for_a_password_that_an_identity_provider_replaces() {
    assertThat(way(false, false, "adams")).isEqualTo(PasskeySigning.Way.NONE);
    assertThat(way(true, false, "adams")).isEqualTo(PasskeySigning.Way.PASSWORD);
    assertThat(way(true, true, "adams")).isEqualTo(PasskeySigning.Way.NONE);
  }

  @Test
  void a_person_with_a_passkey_signs_with_it_however_people_sign_in() {
    assertThat(way(false, false, "pat")).isEqualTo(PasskeySigning.Way.PASSKEY);
    assertThat(way(true, false, "pat")).isEqualTo(PasskeySigning.Way.PASSKEY);
  }

  @Test
  void a_stop_of_a_part_goes_on_without_a_passkey_only_where_passwords_count() {
    assertThat(signing(true, true).isOptional(Signature.IF_ENROLLED_AND_IN_P)).isFalse();
    assertThat(signing(true, false).isOptional(Signature.IF_ENROLLED_AND_IN_P)).isTrue();
    assertThat(signing(true, true).isOptional(Signature.IF_ENROLLED)).isTrue();
    assertThat(signing(true, false).isOptional(Signature.REQUIRED)).isFalse();
  }

  private PasskeySigning.Way way(boolean passwords, boolean passkeysOnly, String account) {
    return signing(passwords, passkeysOnly).of(account);
  }

  private PasskeySigning signing(boolean passwords, boolean passkeysOnly) {
    Authority authority =
        TestAuthority.enrolling(TestPeople.enrolment(passkeysOnly), Map.of(), List.of());
    return new PasskeySigning(authority, passwords, clock);
  }
}
