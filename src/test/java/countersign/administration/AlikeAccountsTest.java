package countersign.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlikeAccountsTest {
  private static final List<String> ALL = List.of("adams", "adarns", "adams.", "baker", "c1ark");

  @Test
  void names_that_look_alike_are_named() {
    assertThat(AccountsView.alike("adams", ALL)).isEqualTo("adams., adarns");
    assertThat(AccountsView.alike("clark", ALL)).isEqualTo("c1ark");
    assertThat(AccountsView.alike("baker", ALL)).isNull();
  }
}
