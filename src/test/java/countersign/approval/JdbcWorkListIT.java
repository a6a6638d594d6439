package countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.request.FileId;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.testkit.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A filter of the work-list finds what it shows among all cases, not among the first of them. */
class JdbcWorkListIT {
  @TempDir Path keys;
  private World world;
  private RequestKey first;
  private RequestKey last;

  @BeforeEach
  void three_cases_wait() {
    world = new World(keys);
    for (int number = 1; number <= 3; number++) {
      world.approvals().holds(number);
    }
    FileId file = world.delivery().takes(3);
    first = World.key(file, 1);
    last = World.key(file, 3);
  }

  /** The first of the cases that fit. */
  private List<RequestKey> first(WorkItem.Filter filter, RequestState... states) {
    return new JdbcApprovals(world.jdbc())
        .waiting(List.of(states), "baker", filter, 1).stream().map(WorkItem::key).toList();
  }

  private static WorkItem.Filter filter(@Nullable String agency, @Nullable Instant dueBy) {
    return new WorkItem.Filter(agency, null, dueBy, null);
  }

  @Test
  void a_case_is_found_that_is_not_among_the_first() {
    RequestState drafted = RequestState.DRAFTED;
    assertThat(first(WorkItem.Filter.ALL, drafted)).containsExactly(first);
    assertThat(first(WorkItem.Filter.only(last), drafted)).containsExactly(last);

    assertThat(first(filter("dhs-ice", null), drafted)).containsExactly(first);
    assertThat(first(filter("DHS", null), drafted)).isEmpty();
  }

  @Test
  void the_end_of_an_endorsement_and_the_time_of_the_answer_are_due_times() {
    Instant now = world.clock().instant();
    world.tampering().sql("update request_group set answer_by = null").update();
    assertThat(first(filter(null, now.plus(Duration.ofDays(900))), RequestState.DRAFTED)).isEmpty();
    world.approvals().endorse(last, ApprovalFixtures.ADAMS);

    RequestState[] both = {RequestState.DRAFTED, RequestState.ENDORSED};
    assertThat(first(filter(null, now.plus(Duration.ofDays(2))), both)).containsExactly(last);
    assertThat(first(filter(null, now.plus(Duration.ofMinutes(1))), both)).isEmpty();
  }
}
