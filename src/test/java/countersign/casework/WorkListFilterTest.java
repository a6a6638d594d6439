package countersign.casework;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.approval.WorkItem;
import countersign.intake.HeldList;
import countersign.request.FileId;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkListFilterTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final FileId FILE = new FileId("DHS-ICE_T_20261124_0001");

  @Test
  void an_empty_filter_shows_everything() {
    for (String agency : new String[] {null, "", " "}) {
      WorkListFilter filter = new WorkListFilter(agency, null, null);
      assertThat(filter.isEmpty()).isTrue();
      assertThat(filter.ofCases(NOW).shows(item(null))).isTrue();
      assertThat(filter.ofHeld(NOW).isPresent()).isTrue();
    }
  }

  @Test
  void an_agency_shows_its_own_cases_in_whatever_case_it_is_typed() {
    assertThat(new WorkListFilter(" dhs-ice ", null, null).ofCases(NOW).shows(item(null))).isTrue();
    assertThat(new WorkListFilter("DHS", null, null).ofCases(NOW).shows(item(null))).isFalse();
    assertThat(new WorkListFilter(" DHS ", null, null).ofHeld(NOW))
        .contains(new HeldList.Filter("DHS", null));
  }

  @Test
  void a_state_leaves_out_what_is_held() {
    WorkListFilter filter = new WorkListFilter(null, RequestState.DRAFTED, null);
    assertThat(filter.ofCases(NOW).shows(item(null))).isTrue();
    assertThat(filter.ofHeld(NOW).isPresent()).isFalse();
    assertThat(new WorkListFilter(null, RequestState.ENDORSED, null).ofCases(NOW).shows(item(null)))
        .isFalse();
  }

  @Test
  void hours_show_what_is_due_until_their_end_and_nothing_without_a_due_time() {
    WorkListFilter filter = new WorkListFilter(null, null, 4);
    assertThat(filter.isEmpty()).isFalse();
    assertThat(filter.ofCases(NOW).shows(item(NOW.plus(Duration.ofHours(4))))).isTrue();
    assertThat(filter.ofCases(NOW).shows(item(NOW.plus(Duration.ofHours(4)).plusMillis(1))))
        .isFalse();
    assertThat(filter.ofCases(NOW).shows(item(null))).isFalse();
    assertThat(filter.ofHeld(NOW))
        .contains(new HeldList.Filter(null, NOW.plus(Duration.ofHours(4))));
  }

  private static WorkItem item(@Nullable Instant due) {
    return new WorkItem(
        new RequestKey(FILE, "R-000001"),
        RequestState.DRAFTED,
        "0".repeat(64),
        NOW,
        due,
        "dhs-ice",
        null,
        null);
  }
}
