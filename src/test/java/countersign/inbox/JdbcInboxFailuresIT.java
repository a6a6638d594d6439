package countersign.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.TestDatabase;
import countersign.inbox.InboxFailure.Cause;
import countersign.lifecycle.LifecycleFixtures;
import countersign.testkit.SettableClock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What could not be fetched or moved is known after a restart. */
class JdbcInboxFailuresIT {
  private static final String PUBLISHED = "DHS-ICE_T_20261124_0001.req.ndjson.pgp";
  private final DataSource database = TestDatabase.fresh();

  private InboxFailures failures() {
    return new JdbcInboxFailures(
        LifecycleFixtures.lifecycleOn(database, new SettableClock()), JdbcClient.create(database));
  }

  @Test
  void each_partners_failures_are_kept_replaced_and_removed() {
    InboxFailure first = failure(PUBLISHED, 2, Cause.NOT_FETCHED);
    InboxFailure other = failure("*", 3, Cause.LINK);
    failures().store("dhs-ice", List.of(first, other), List.of());
    failures().store("dhs-other", List.of(other), List.of());
    assertThat(failures().of("dhs-ice")).containsExactlyInAnyOrder(first, other);

    InboxFailure third = failure(PUBLISHED, 3, Cause.NOT_MOVED);
    failures().store("dhs-ice", List.of(third), List.of(other.entry()));
    assertThat(failures().of("dhs-ice")).containsExactly(third);
    assertThat(failures().of("dhs-other")).containsExactly(other);
  }

  @Test
  void only_a_published_name_is_stored_as_it_is() {
    assertThat(InboxFailure.entry(PUBLISHED)).isEqualTo(PUBLISHED);
    assertThat(InboxFailure.entry("Quentin Example.pdf")).matches("unpublished-[0-9a-f]{32}");
  }

  private static InboxFailure failure(String name, int tries, Cause cause) {
    return new InboxFailure(
        InboxFailure.entry(name), "7:0", cause, tries, Instant.parse("2026-11-30T12:00:00Z"));
  }
}
