package countersign.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.operations.Inboxes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class PartnersHealthTest {
  private static Status statusWith(String... faults) {
    List<Inboxes.PartnerInbox> inboxes =
        Stream.of(faults).map(one -> Inboxes.PartnerInbox.faulty("of-" + one, one)).toList();
    return new PartnersHealth(() -> inboxes).health().getStatus();
  }

  @Test
  void a_route_that_does_not_run_is_not_up_whatever_else_is_away() {
    Status expected = new Status("ROUTE_NOT_STARTED");

    assertThat(statusWith("ROUTE_NOT_STARTED")).isEqualTo(expected);
    assertThat(statusWith("ROUTE_NOT_STARTED", "SFTP_DOWN")).isEqualTo(expected);
    assertThat(statusWith("SFTP_DOWN", "ROUTE_NOT_STARTED", "PARTNER_PAUSED")).isEqualTo(expected);
  }

  @Test
  void a_partners_server_or_a_pause_has_no_influence_on_the_overall_status() {
    assertThat(statusWith("SFTP_DOWN", "PARTNER_PAUSED")).isEqualTo(new Status("PARTNER_AWAY"));
    assertThat(statusWith("DATABASE_DOWN", "PARTNER_PAUSED")).isEqualTo(Status.UP);
    assertThat(statusWith()).isEqualTo(Status.UP);
  }
}
