package countersign.partnertool;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code open}: decrypts a file and proves who signed it; writes nothing before the proof. */
@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    description = "Opens an acknowledgement or response and verifies who signed it.")
public final class OpenCommand implements Callable<Integer> {
  static final EnvelopeLimits LIMITS =
      new EnvelopeLimits(8L << 30, 100_000, Duration.ofDays(36_500), Duration.ofMinutes(10));

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "a file from outbox/")
  private Path file = Path.of(".");

  @Option(
      names = "--key",
      required = true,
      paramLabel = "SECRET",
      description = "your own secret key, armoured or binary")
  private Path key = Path.of(".");

  @Mixin private PassphraseOption passphrase = new PassphraseOption();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "PUBLIC",
      description = "public key of the gateway; a file signed with another key is rejected")
  private Path from = Path.of(".");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "file to write; default: standard output")
  private @Nullable Path output;

  @Override
  public Integer call() throws IOException {
    try (AtomicOutputFile result = AtomicOutputFile.begin(output)) {
      Signer signer = open(result);
      result.keep();
      spec.commandLine()
          .getErr()
          .printf("Signed by %s at %s%n", signer.primaryFingerprint(), signer.signedAt());
      return 0;
    } catch (EnvelopeRefused refused) {
      spec.commandLine().getErr().println(sentence(refused));
      return 1;
    }
  }

  private Signer open(AtomicOutputFile result) throws IOException {
    SecretKey own = passphrase.secret(key);
    List<Certificate> gateway = KeyFiles.certificates(from);
    try (InputStream sealed = Files.newInputStream(file);
        OpenedStream opened =
            new Opener(List.of(own), LIMITS)
                .open(sealed, Files.size(file), gateway, Clock.systemUTC().instant());
        OutputStream out = result.out()) {
      opened.transferTo(out);
      return opened.verify();
    }
  }

  /** Message for the recipient of a file; the gateway's own message tells the sender what to do. */
  private String sentence(EnvelopeRefused refused) {
    return switch (refused.fault()) {
      case NOT_FOR_US ->
          "%s is not encrypted to the key in %s (NOT_FOR_US). Use the key of the agency or officer that it is for."
              .formatted(file, key);
      case UNKNOWN_SIGNER ->
          "%s was not signed by the owner of %s (UNKNOWN_SIGNER). Its content is not shown; do not act on it."
              .formatted(file, from);
      default ->
          "%s cannot be opened (%s): %s. Its content is not shown. Fetch the file again."
              .formatted(file, refused.fault(), refused.detail());
    };
  }
}
