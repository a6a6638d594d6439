package countersign.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.authority.Authority;
import countersign.authority.Official;
import countersign.authority.Partner;
import countersign.authority.PartnerSettings;
import countersign.authority.PinnedKey;
import countersign.authority.TestAuthority;
import countersign.pgp.Certificate;
import countersign.pgp.KeyMaker;
import countersign.pgp.RevokedKeys;
import countersign.pgp.SecretKey;
import countersign.request.Environment;
import countersign.request.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of a partner are those of the adopted register and of the key files as they are now. */
class RegisterScreeningPolicyTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant BORN = Instant.parse("2026-11-01T00:00:00Z");
  private final SecretKey first = KeyMaker.make("First", BORN, null);
  private final SecretKey second = KeyMaker.make("Second", BORN, null);
  @TempDir Path folder;

  @Test
  void an_adopted_register_brings_its_keys() throws IOException {
    write("first.asc", first.certificate());
    write("second.asc", second.certificate());

    assertThat(signers(register(pinned(first, "first.asc")))).containsExactly(first.fingerprint());
    assertThat(signers(register(pinned(second, "second.asc"))))
        .containsExactly(second.fingerprint());
  }

  @Test
  void a_changed_key_file_counts_while_the_gateway_runs() throws IOException {
    write("first.asc", first.certificate());
    ScreeningPolicy policy = register(pinned(first, "first.asc"));
    assertThat(policy.sender(TestAuthority.PARTNER, NOW).pinned())
        .noneMatch(Certificate::isRevoked);

    write("first.asc", RevokedKeys.revoked(first, BORN.plusSeconds(60)));

    assertThat(policy.sender(TestAuthority.PARTNER, NOW).pinned()).allMatch(Certificate::isRevoked);
  }

  @Test
  void a_file_is_received_while_a_key_cannot_be_read_but_not_judged() {
    ScreeningPolicy policy = register(pinned(first, "missing.asc"));

    assertThat(policy.owner(TestAuthority.PARTNER, NOW).agency()).isEqualTo(TestAuthority.AGENCY);
    assertThatThrownBy(() -> policy.sender(TestAuthority.PARTNER, NOW))
        .isInstanceOf(Unavailable.class)
        .hasMessageStartingWith("KEY_UNREADABLE");
  }

  private static List<String> signers(ScreeningPolicy policy) {
    return policy.sender(TestAuthority.PARTNER, NOW).pinned().stream()
        .map(Certificate::fingerprint)
        .toList();
  }

  private void write(String name, Certificate certificate) throws IOException {
    Files.write(folder.resolve(name), certificate.armoured());
  }

  private PinnedKey pinned(SecretKey key, String name) {
    return new PinnedKey(key.fingerprint(), folder.resolve(name), LocalDate.EPOCH, null);
  }

  private ScreeningPolicy register(PinnedKey key) {
    Partner partner =
        new Partner(
            TestAuthority.PARTNER,
            TestAuthority.AGENCY,
            "localhost",
            2222,
            "user",
            folder,
            folder,
            List.of("HOA-001"),
            List.of(),
            PartnerSettings.NONE);
    Official head =
        new Official("HOA-001", TestAuthority.AGENCY, "Jordan", "Director", false, List.of(key));
    Authority authority =
        new Authority(
            Environment.T,
            new Authority.Registers(
                Map.of(partner.id(), partner),
                Map.of(),
                Map.of("HOA-001", head),
                Map.of(),
                Map.of(),
                Map.of()),
            null,
            null);
    return new RegisterScreeningPolicy(
        authority, new PolicyScreeningRules(authority, false), Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
