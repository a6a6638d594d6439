package countersign.cli;

import countersign.pgp.Certificate;
import countersign.pgp.EnvelopeLimits;
import countersign.pgp.EnvelopeRefused;
import countersign.pgp.OpenedStream;
import countersign.pgp.Opener;
import countersign.pgp.SecretKey;
import countersign.pgp.Signer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code open}: decrypts a file and proves who signed it; nothing is shown before the proof. */
@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    description = "Opens an acknowledgement or response and proves who signed it.")
final class OpenCommand implements Callable<Integer> {
  private static final EnvelopeLimits LIMITS =
      new EnvelopeLimits(8L << 30, 100_000, Duration.ofDays(36_500), Duration.ofMinutes(10));

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "what lay in outbox/")
  private Path file = Path.of(".");

  @Option(
      names = "--key",
      required = true,
      paramLabel = "SECRET",
      description = "your own secret key, armoured or binary")
  private Path key = Path.of(".");

  @Option(names = "--passphrase-file", paramLabel = "FILE", description = "opens that key")
  private @Nullable Path passphrase;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "PUBLIC",
      description = "the gateway's public key: whoever else signed is refused")
  private Path from = Path.of(".");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "default: standard output")
  private @Nullable Path output;

  @Override
  public Integer call() throws IOException {
    Path target = output == null ? null : output.toAbsolutePath();
    Path part = part(target);
    try {
      Signer signer = open(part);
      if (target != null) {
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.copy(part, System.out);
        System.out.flush();
      }
      spec.commandLine()
          .getErr()
          .printf("Signed by %s at %s%n", signer.primaryFingerprint(), signer.signedAt());
      return 0;
    } catch (EnvelopeRefused refused) {
      spec.commandLine().getErr().println(refused.getMessage());
      return 1;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private Signer open(Path part) throws IOException {
    SecretKey own = secret(key, passphrase);
    List<Certificate> gateway = Signatures.certificates(from);
    try (InputStream sealed = Files.newInputStream(file);
        OpenedStream opened =
            new Opener(List.of(own), LIMITS)
                .open(sealed, Files.size(file), gateway, Clock.systemUTC().instant());
        OutputStream out = Files.newOutputStream(part)) {
      opened.transferTo(out);
      return opened.verify();
    }
  }

  /** Only its owner reads it while it is nobody's word. */
  private static Path part(@Nullable Path target) throws IOException {
    var ownersOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    return target == null
        ? Files.createTempFile("countersign", ".part", ownersOnly)
        : Files.createTempFile(target.getParent(), ".countersign", ".part", ownersOnly);
  }

  static SecretKey secret(Path file, @Nullable Path passphrase) throws IOException {
    char[] word =
        passphrase == null
            ? null
            : Files.readString(passphrase, StandardCharsets.UTF_8).strip().toCharArray();
    try (InputStream in = Files.newInputStream(file)) {
      return SecretKey.parse(in, word);
    }
  }
}
