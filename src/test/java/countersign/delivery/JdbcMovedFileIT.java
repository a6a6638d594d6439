package countersign.delivery;

import static countersign.testkit.World.key;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.ledger.TamperAlarms;
import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.stops.Stop;
import countersign.testkit.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that somebody takes out of the scope of a stop by changing its row does not leave. */
class JdbcMovedFileIT {
  @TempDir Path keys;
  private final TamperAlarms alarms = new TamperAlarms();
  private World world;
  private Delivery delivery;
  private FileId file;

  @BeforeEach
  void a_request_was_approved_twice() {
    world = new World(keys);
    delivery = DeliveryParts.deliveryOn(world, world.authority(), world.stops(), alarms);
    world.approvals().holds(1);
    file = world.delivery().takes(1);
    world.approvals().twoApprove(key(file, 1));
    world.passes(Duration.ofHours(7));
  }

  @Test
  void a_file_with_another_time_of_arrival_is_not_released_until_the_row_is_back() {
    world.tampering().sql("update file set received_at = received_at - interval '1 day'").update();

    releases();

    assertThat(world.list("select id from response")).isEmpty();
    assertThat(world.list("select cause from work where stage = 'release'"))
        .containsExactly("S505_AUDIT_TAMPER");
    assertThat(alarms.raised()).containsOnlyKeys("file " + file);

    world.tampering().sql("update file set received_at = received_at + interval '1 day'").update();
    delivery.releaseDue();
    releases();

    assertThat(world.list("select state from response")).containsExactly("RELEASED");
    assertThat(alarms.raised()).isEmpty();
  }

  @Test
  void a_file_with_another_agency_agreement_or_time_is_not_the_one_that_came() {
    JdbcFileOrigin origin = origin();
    Instant at =
        world
            .jdbc()
            .sql("select received_at from file")
            .query(java.sql.Timestamp.class)
            .single()
            .toInstant();

    assertThat(origin.isOf(came("irs-ice-2025", "DHS-ICE", at))).isTrue();
    assertThat(alarms.raised()).isEmpty();
    assertThat(origin.isOf(came("another", "DHS-ICE", at))).isFalse();
    assertThat(origin.isOf(came("irs-ice-2025", "DHS-CBP", at))).isFalse();
    assertThat(origin.isOf(came("irs-ice-2025", "DHS-ICE", at.plusSeconds(1)))).isFalse();
    assertThat(alarms.raised()).containsOnlyKeys("file " + file);

    world.tampering().sql("update file set header_sealed = null").update();
    assertThat(origin.isOf(came("irs-ice-2025", "DHS-ICE", at))).isTrue(); // as it knows
    assertThat(origin.isOf(came("another", "DHS-ICE", at))).isFalse();
    assertThat(origin().isOf(came("irs-ice-2025", "DHS-ICE", at))).isFalse();
  }

  private JdbcFileOrigin origin() {
    return new JdbcFileOrigin(world.jdbc(), world.vault(), world.ledger().reader(), alarms);
  }

  private Stop.Disclosure came(String agreement, String agency, Instant at) {
    return new Stop.Disclosure(agreement, agency, file.value(), at, Set.of("OFF-0401"));
  }

  private void releases() {
    delivery.releaseDue();
    delivery.release(new GroupId(file, 1));
  }
}
