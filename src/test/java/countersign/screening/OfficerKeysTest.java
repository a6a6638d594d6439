package countersign.screening;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.authority.Authority;
import countersign.authority.PinnedKey;
import countersign.authority.TestAuthority;
import countersign.pgp.KeyMaker;
import countersign.pgp.SecretKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An officer is enrolled only while a key of the officer can receive (R32, R214). */
class OfficerKeysTest {
  private static final Instant BORN = Instant.parse("2026-11-01T00:00:00Z");
  private final SecretKey key = KeyMaker.make("Officer", BORN, Duration.ofDays(10));
  @TempDir Path folder;

  @Test
  void the_pick_up_decides_whether_the_key_can_receive() throws IOException {
    Files.write(folder.resolve("officer.asc"), key.certificate().armoured());

    assertThat(isEnrolled("OFF-0401", BORN.plus(Duration.ofDays(9)))).isTrue();
    assertThat(isEnrolled("OFF-0401", BORN.plus(Duration.ofDays(10)))).isFalse();
    assertThat(isEnrolled("OFF-0401", BORN.minusSeconds(1))).isFalse();
    assertThat(isEnrolled("OFF-0402", BORN)).isFalse();
  }

  @Test
  void a_file_that_is_no_key_or_another_key_cannot_receive() throws IOException {
    Files.writeString(folder.resolve("officer.asc"), "hello\n");
    assertThat(isEnrolled("OFF-0401", BORN)).isFalse();
    Files.write(
        folder.resolve("officer.asc"), KeyMaker.make("Other", BORN, null).certificate().armoured());
    assertThat(isEnrolled("OFF-0401", BORN)).isFalse();
    Files.delete(folder.resolve("officer.asc"));
    assertThat(isEnrolled("OFF-0401", BORN)).isFalse();
  }

  private boolean isEnrolled(String officer, Instant pickedUpAt) {
    PinnedKey pinned =
        new PinnedKey(key.fingerprint(), folder.resolve("officer.asc"), LocalDate.EPOCH, null);
    Authority authority =
        TestAuthority.with(TestAuthority.schedule(null), Map.of("OFF-0401", pinned), List.of());
    return new OfficerKeys(authority, pickedUpAt).officer(officer).isPresent();
  }
}
