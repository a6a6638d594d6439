package countersign.casework;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.approval.WorkItem;
import countersign.intake.HeldList.HeldItem;
import countersign.request.FileId;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
      assertThat(filter.shows(item(null), NOW)).isTrue();
      assertThat(filter.shows(held(null), NOW)).isTrue();
    }
  }

  @Test
  void an_agency_shows_its_own_cases_in_whatever_case_it_is_typed() {
    assertThat(new WorkListFilter(" dhs-ice ", null, null).shows(item(null), NOW)).isTrue();
    assertThat(new WorkListFilter("DHS", null, null).shows(item(null), NOW)).isFalse();
    assertThat(new WorkListFilter("DHS", null, null).shows(held(null), NOW)).isFalse();
  }

  @Test
  void a_state_leaves_out_what_is_held() {
    WorkListFilter filter = new WorkListFilter(null, RequestState.DRAFTED, null);
    assertThat(filter.shows(item(null), NOW)).isTrue();
    assertThat(filter.shows(held(null), NOW)).isFalse();
    assertThat(new WorkListFilter(null, RequestState.ENDORSED, null).shows(item(null), NOW))
        .isFalse();
  }

  @Test
  void what_is_held_can_be_shown_alone() {
    WorkListFilter filter = new WorkListFilter(null, RequestState.HELD, null);
    assertThat(filter.shows(held(null), NOW)).isTrue();
    assertThat(filter.shows(item(null), NOW)).isFalse();
    assertThat(new WorkListFilter(null, RequestState.HELD, 4).shows(held(null), NOW)).isFalse();
  }

  @Test
  void hours_show_what_is_due_until_their_end_and_nothing_without_a_due_time() {
    WorkListFilter filter = new WorkListFilter(null, null, 4);
    assertThat(filter.isEmpty()).isFalse();
    assertThat(filter.shows(item(NOW.plus(Duration.ofHours(4))), NOW)).isTrue();
    assertThat(filter.shows(item(NOW.plus(Duration.ofHours(4)).plusMillis(1)), NOW)).isFalse();
    assertThat(filter.shows(item(null), NOW)).isFalse();
    assertThat(filter.shows(held(NOW.minusSeconds(1)), NOW)).isTrue();
    assertThat(filter.shows(held(null), NOW)).isFalse();
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

  private static HeldItem held(@Nullable Instant lapses) {
    return new HeldItem(FILE, null, "dhs-ice", List.of(), "A decision.", NOW, lapses);
  }
}
