package countersign.partnertool;

import countersign.pgp.Certificate;
import countersign.pgp.Sealer;
import countersign.pgp.SecretKey;
import countersign.policy.DetailCure;
import countersign.profile.LineFault;
import countersign.request.ReasonCode;
import countersign.request.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code seal}: signs a file with the user's key and encrypts it to the gateway's; does not check
 * requests.
 */
@Command(
    name = "seal",
    mixinStandardHelpOptions = true,
    description = "Signs a file with your key and encrypts it to the gateway.")
public final class SealCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "a request file, receipt or disposition")
  private Path file = Path.of(".");

  @Option(
      names = "--to",
      required = true,
      paramLabel = "PUBLIC",
      description = "the gateway's public key")
  private Path to = Path.of(".");

  @Option(
      names = "--sign-with",
      required = true,
      paramLabel = "SECRET",
      description = "your own secret key, armoured or binary")
  private Path signWith = Path.of(".");

  @Mixin private PassphraseOption passphrase = new PassphraseOption();

  @Option(
      names = "--complete",
      description =
          "for a .ndjson or .csv file: replace everything after the last request by a correct trailer")
  private boolean complete;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "file to write; default: FILE.pgp")
  private @Nullable Path output;

  @Override
  public Integer call() throws IOException {
    if (complete && !isRequestFile(file)) {
      throw new ParameterException(
          spec.commandLine(), "--complete is for request files: .ndjson or .csv.");
    }
    Path target = (output == null ? Path.of(file + ".pgp") : output).toAbsolutePath();
    SecretKey own = passphrase.secret(signWith);
    List<Certificate> gateway = KeyFiles.certificates(to);
    try (AtomicOutputFile result = AtomicOutputFile.begin(target)) {
      try (OutputStream sealed = result.out();
          OutputStream plaintext =
              new Sealer(own).seal(sealed, gateway, Clock.systemUTC().instant())) {
        write(plaintext);
      }
      result.keep();
    }
    spec.commandLine().getOut().println(target);
    return 0;
  }

  private void write(OutputStream plaintext) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      if (complete) {
        requireWhole(FileTrailer.complete(in, plaintext, isCsv(file), SealCommand::refuse));
      } else {
        in.transferTo(plaintext);
      }
    } catch (Refused longLine) {
      throw new IOException(
          "F112_THREAT_SCAN  A line of %s is longer than 64 KiB. Nothing was sealed."
              .formatted(file),
          longLine);
    }
  }

  /** A trailer alone does not make a request file. */
  private void requireWhole(FileTrailer trailer) throws IOException {
    if (!trailer.isHeaded()) {
      throw new IOException(
          "F108_HEADER_TRAILER_MISSING  The first line of %s is no header. Write the header (H in CSV) as the first line. Nothing was sealed."
              .formatted(file));
    }
    if (trailer.requests() == 0) {
      throw new IOException(
          "F109_SCHEMA  %s has no request. Write at least one request after the header. Nothing was sealed."
              .formatted(file));
    }
  }

  public static boolean isRequestFile(Path file) {
    return isCsv(file) || file.toString().endsWith(".ndjson");
  }

  public static boolean isCsv(Path file) {
    return file.toString().endsWith(".csv");
  }

  private static void refuse(long line, LineFault fault) throws IOException {
    String field = fault.field();
    String own = fault.cure();
    throw new IOException(
        "F109_SCHEMA  Line %d is not a record of the published form%s. %s Nothing was sealed. See docs/exchange.md, section 4."
            .formatted(
                line,
                field == null ? "" : ": " + field,
                own == null ? DetailCure.of(ReasonCode.F109_SCHEMA, fault.detail(), field) : own),
        fault);
  }
}
