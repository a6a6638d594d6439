package countersign.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Roles that one person may not have together. */
class RoleTest {

  @Test
  void an_administrator_is_not_counsel_whatever_the_other_roles() {
    assertThatThrownBy(() -> Role.together(Set.of(Role.ADMINISTRATOR, Role.COUNSEL)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("counsel cannot also be administrator");
    assertThatThrownBy(() -> Role.together(Set.of(Role.ADMINISTRATOR, Role.COUNSEL, Role.AUDITOR)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"SUBMITTER", "OPERATOR", "RULE_EDITOR", "AUDITOR", "ADMINISTRATOR"})
  void a_reviewer_has_no_role_that_never_reviews(Role other) {
    assertThatThrownBy(() -> Role.together(Set.of(Role.FIRST_REVIEWER, other)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Role.together(Set.of(Role.COUNTERSIGNER, other)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void counsel_may_review() {
    assertThat(Role.together(Set.of(Role.COUNSEL, Role.COUNTERSIGNER)))
        .isEqualTo(EnumSet.of(Role.COUNSEL, Role.COUNTERSIGNER));
  }
}
