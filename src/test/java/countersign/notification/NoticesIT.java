package countersign.notification;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.authority.PinnedKey;
import countersign.authority.TestAuthority;
import countersign.pgp.KeyMaker;
import countersign.pgp.SecretKey;
import countersign.request.FileId;
import countersign.request.Unavailable;
import countersign.stops.Stop;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each kind of notice is told once, to each channel that takes it, and again when it begins anew.
 */
class NoticesIT {
  @TempDir Path folder;

  private final World world = new World();
  private final Told told = new Told();

  /** Channels that note what they are told, or take nothing. */
  private static final class Told implements NoticeChannels {
    private final List<String> said = new ArrayList<>();
    private boolean away;

    @Override
    public Set<String> open() {
      return Set.of("mail", TOPIC);
    }

    @Override
    public void tell(String channel, Notice notice) {
      if (away) {
        throw new Unavailable("NOTICE_NOT_TOLD", "The test takes nothing.", null);
      }
      said.add(channel + ": " + notice);
    }
  }

  private List<String> aMinutePasses(PinnedKey... keys) {
    told.said.clear();
    ExpiringKeys expiring =
        new ExpiringKeys(
            TestAuthority.with(TestAuthority.schedule(null), Map.of(), List.of(keys)),
            world.clock());
    new Notifications(new JdbcNotices(world.database()), expiring, told).run();
    return List.copyOf(told.said);
  }

  @Test
  void a_file_behind_a_missing_number_is_held_and_missing() {
    FileId file = world.intake().arrives(RequestFile.named("DHS-ICE_T_20261124_0003").requests(1));

    assertThat(aMinutePasses())
        .containsExactlyInAnyOrder("mail: FILE_HELD " + file, "mail: FILE_MISSING " + file);
    assertThat(aMinutePasses()).isEmpty();

    world.intake().arrives(RequestFile.named("DHS-ICE_T_20261124_0001").requests(1));
    world.intake().arrives(2, 1, line -> line);
    assertThat(aMinutePasses()).isEmpty();
  }

  @Test
  void a_stop_is_told_and_told_again_when_another_is_set() {
    Stop stop = world.stops(Stop.Scope.AGREEMENT, TestAuthority.AGREEMENT);
    assertThat(aMinutePasses()).containsExactly("mail: STOP_SET " + stop.number());

    world.lifts(stop.number());
    assertThat(aMinutePasses()).isEmpty();

    Stop next = world.stops(Stop.Scope.AGREEMENT, TestAuthority.AGREEMENT);
    assertThat(aMinutePasses()).containsExactly("mail: STOP_SET " + next.number());
  }

  @Test
  void parked_work_is_told_and_told_again_when_it_is_parked_again() {
    FileId file = world.intake().arrives(1, 1, line -> line);
    parks("PARKED");
    List<String> parked = aMinutePasses();
    assertThat(parked)
        .singleElement()
        .asString()
        .startsWith("mail: WORK_PARKED acknowledge/" + file);

    parks("WAITING");
    assertThat(aMinutePasses()).isEmpty();
    parks("PARKED");
    assertThat(aMinutePasses()).isEqualTo(parked);
  }

  private void parks(String state) {
    assertThat(
            world
                .tampering()
                .sql("update work set state = ? where stage = 'acknowledge'")
                .param(state)
                .update())
        .isOne();
  }

  @Test
  void a_key_is_told_if_it_ends_within_thirty_days() throws IOException {
    LocalDate today = LocalDate.ofInstant(world.clock().instant(), ZoneOffset.UTC);
    PinnedKey retired = pinned("retired", null, today.plusDays(29));
    PinnedKey later = pinned("later", null, today.plusDays(31));
    PinnedKey expires = pinned("expires", Duration.ofDays(10), null);
    PinnedKey ended = pinned("ended", null, today.minusDays(1));

    assertThat(aMinutePasses(retired, later, expires, ended))
        .containsExactlyInAnyOrder(
            "mail: KEY_EXPIRING " + retired.fingerprint(),
            "mail: KEY_EXPIRING " + expires.fingerprint());
    assertThat(aMinutePasses(retired, later, expires, ended)).isEmpty();
  }

  private PinnedKey pinned(String name, @Nullable Duration left, @Nullable LocalDate retiredOn)
      throws IOException {
    Instant made = world.clock().instant().minus(Duration.ofDays(100));
    SecretKey key = KeyMaker.make(name, made, left == null ? null : left.plusDays(100));
    Path file = Files.write(folder.resolve(name + ".asc"), key.certificate().armoured());
    return new PinnedKey(key.fingerprint(), file, LocalDate.EPOCH, retiredOn);
  }

  @Test
  void a_channel_that_rejects_a_notice_gets_it_again_a_minute_later() {
    Stop stop = world.stops(Stop.Scope.AGREEMENT, TestAuthority.AGREEMENT);
    told.away = true;
    assertThat(aMinutePasses()).isEmpty();

    told.away = false;
    assertThat(aMinutePasses()).containsExactly("mail: STOP_SET " + stop.number());
  }
}
