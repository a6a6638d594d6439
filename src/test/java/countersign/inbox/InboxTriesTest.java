package countersign.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.inbox.InboxFailure.Cause;
import countersign.testkit.SettableClock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When an entry of an inbox is tried, set aside and tried again. */
class InboxTriesTest {
  private static final String OPEN = "755";
  private final SettableClock clock = new SettableClock();
  private final Stored stored = new Stored();
  private final InboxTries tries = loaded();
  private final InboxEntry bad = InboxEntryTest.of("*", 0100000);

  @Test
  void an_entry_is_set_aside_after_three_tries_and_stays_so_after_a_restart() {
    fails(2);
    assertThat(tries.rests(bad)).isFalse();
    assertThat(tries.aside()).isEmpty();
    fails(1);
    assertThat(tries.rests(bad)).isTrue();
    assertThat(tries.aside()).extracting(InboxFailure::cause).containsExactly(Cause.NOT_FETCHED);

    InboxTries restarted = loaded();
    restarted.keepOnly(List.of(bad), OPEN);
    assertThat(restarted.rests(bad)).isTrue();
    assertThat(restarted.aside()).isEqualTo(tries.aside());
  }

  @Test
  void a_changed_entry_is_tried_again_and_one_that_left_is_forgotten() {
    fails(3);
    InboxEntry readable = InboxEntryTest.of("*", 0100644);
    poll(readable);
    assertThat(tries.rests(readable)).isFalse();
    assertThat(tries.aside()).isEmpty();
    assertThat(stored.rows).isEmpty();

    fails(3);
    poll();
    assertThat(stored.rows).isEmpty();
  }

  @Test
  void a_file_that_cannot_be_moved_is_tried_again_when_the_permissions_of_a_folder_change() {
    for (int each = 0; each < 3; each++) {
      tries.failed(bad, Cause.NOT_MOVED, OPEN);
    }
    tries.keepOnly(List.of(bad), OPEN);
    assertThat(tries.rests(bad)).isTrue();
    tries.keepOnly(List.of(bad), "700");
    assertThat(tries.rests(bad)).isFalse();
  }

  @Test
  void an_entry_that_is_set_aside_is_tried_rarely_in_case_its_cause_ended_unseen() {
    fails(3);
    clock.passes(Duration.ofMinutes(9));
    assertThat(tries.rests(bad)).isTrue();
    clock.passes(Duration.ofMinutes(2));
    assertThat(tries.rests(bad)).isFalse();
    fails(1);
    assertThat(tries.rests(bad)).isTrue();
    assertThat(tries.aside()).hasSize(1);
    tries.succeeded(bad);
    tries.store();
    assertThat(tries.aside()).isEmpty();
    assertThat(stored.rows).isEmpty();
  }

  @Test
  void files_with_fewer_failures_come_first_and_published_names_before_others() {
    InboxEntry good = InboxEntryTest.named("DHS-ICE_T_20261124_0002.req.ndjson.pgp");
    InboxEntry early = InboxEntryTest.named("DHS-ICE_T_20261124_0001.req.ndjson.pgp");
    InboxEntry other = InboxEntryTest.named("!");
    InboxEntry broke = InboxEntryTest.named("DHS-ICE_T_20261124_0000.req.ndjson.pgp");
    fails(1);
    tries.interrupted(broke);
    assertThat(Stream.of(bad, other, broke, good, early).sorted(tries.order(InboxOrder.of(null))))
        .containsExactly(early, good, other, broke, bad);
  }

  private void fails(int times) {
    for (int each = 0; each < times; each++) {
      tries.failed(bad, Cause.NOT_FETCHED, OPEN);
      poll(bad);
    }
  }

  private void poll(InboxEntry... listing) {
    tries.keepOnly(List.of(listing), OPEN);
    tries.store();
  }

  private InboxTries loaded() {
    InboxTries loaded = new InboxTries("dhs-ice", stored, clock);
    loaded.load();
    return loaded;
  }

  private static final class Stored implements InboxFailures {
    private final Map<String, InboxFailure> rows = new TreeMap<>();

    @Override
    public List<InboxFailure> of(String partner) {
      return List.copyOf(rows.values());
    }

    @Override
    public void store(String partner, Collection<InboxFailure> failed, Collection<String> mended) {
      rows.keySet().removeAll(mended);
      failed.forEach(failure -> rows.put(failure.entry(), failure));
    }
  }
}
