package countersign.authority;

import static java.nio.charset.StandardCharsets.UTF_8;

import countersign.passkey.PublicPasskey;
import countersign.pgp.DetachedSignatures;
import countersign.pgp.KeyMaker;
import countersign.pgp.SecretKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The register of {@link TestPeople} who have passkeys, signed by two people. */
public final class TestRegister {
  private static final Instant MADE = Instant.parse("2026-11-20T12:00:00Z");
  private static final List<SecretKey> SIGNATORIES =
      List.of(KeyMaker.make("Ada", MADE, null), KeyMaker.make("Bob", MADE, null));

  private TestRegister() {}

  /** The register with two signatures. */
  public static SignedRegister signed() {
    return signed(yaml("2099-12-31"));
  }

  /** Another text with two signatures. */
  public static SignedRegister signed(String yaml) {
    return new SignedRegister(yaml, SIGNATORIES.stream().map(key -> signature(yaml, key)).toList());
  }

  private static String signature(String yaml, SecretKey key) {
    try {
      byte[] bytes = yaml.getBytes(UTF_8);
      return new String(
          DetachedSignatures.sign(new ByteArrayInputStream(bytes), key, MADE.plusSeconds(60)),
          UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text, with keys that count until that day. */
  public static String yaml(String lastDay) {
    StringBuilder yaml = new StringBuilder("id: enrolment\nbecause: Test\nserial: 7\npeople:\n");
    for (String account : List.of("pat", "quinn")) {
      PublicPasskey passkey = TestPeople.passkey(account).passkey();
      yaml.append(
          """
            - person: p-%1$s
              name: %1$s Tester
              roles: [FIRST_REVIEWER, COUNTERSIGNER]
              keys:
                - account: %1$s
                  passkey:
                    credentialId: "%2$s"
                    publicKey: "%3$s"
                    rpId: %4$s
                    origin: "%5$s"
                  firstDay: 2020-01-01
                  lastDay: %6$s
          """
              .formatted(
                  account,
                  passkey.credentialId(),
                  passkey.publicKey(),
                  passkey.rpId(),
                  passkey.origin(),
                  lastDay));
    }
    return yaml.toString();
  }

  /** Files with the public keys of the two people who signed. */
  public static List<Path> signatories(Path folder) {
    List<Path> files = new ArrayList<>();
    try {
      for (SecretKey key : SIGNATORIES) {
        files.add(
            Files.write(folder.resolve(key.fingerprint() + ".asc"), key.certificate().armoured()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
