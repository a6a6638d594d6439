package countersign.cli;

import countersign.pgp.Certificate;
import countersign.pgp.Sealer;
import countersign.pgp.SecretKey;
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
final class SealCommand implements Callable<Integer> {
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

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "file with the passphrase of that key")
  private @Nullable Path passphrase;

  @Option(
      names = "--complete",
      description = "replace everything after the last request by a correct trailer")
  private boolean complete;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "default: FILE.pgp")
  private @Nullable Path output;

  @Override
  public Integer call() throws IOException {
    if (complete && !file.toString().endsWith(".ndjson")) {
      throw new ParameterException(spec.commandLine(), "--complete is for .ndjson files.");
    }
    Path target = (output == null ? Path.of(file + ".pgp") : output).toAbsolutePath();
    SecretKey own = KeyFiles.secret(signWith, passphrase);
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
        FileSummary.complete(in, plaintext);
      } else {
        in.transferTo(plaintext);
      }
    }
  }
}
