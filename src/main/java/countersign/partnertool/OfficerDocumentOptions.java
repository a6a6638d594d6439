package countersign.partnertool;

import countersign.pgp.Certificate;
import countersign.pgp.Sealer;
import countersign.pgp.SecretKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code receipt} and {@code disposition} need: a response, an officer and two keys. */
final class OfficerDocumentOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "the response as it lay in outbox/")
  private @Nullable Path file;

  @Option(
      names = "--response",
      paramLabel = "ID",
      description = "id of the response, if you have the file no more; needs --sha256")
  private @Nullable String response;

  @Option(
      names = "--sha256",
      paramLabel = "HEX",
      description = "SHA-256 of the response file, as your receipt stated it")
  private @Nullable String sha256;

  @Option(
      names = "--officer",
      required = true,
      paramLabel = "ID",
      description = "your officer's id")
  private String officer = "";

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
      description = "the officer's own secret key, armoured or binary")
  private Path signWith = Path.of(".");

  @Mixin private PassphraseOption passphrase = new PassphraseOption();

  @Option(
      names = {"-d", "--directory"},
      defaultValue = ".",
      paramLabel = "DIR",
      description = "folder for the file that is written; default: the current one")
  private Path directory = Path.of(".");

  String officer() {
    return officer;
  }

  /** The response that the document is about. */
  OfficerDocument.Response response() throws IOException {
    String id = response;
    String hash = sha256;
    if (file != null && id == null && hash == null) {
      return OfficerDocument.Response.of(file);
    }
    if (file == null && id != null && hash != null) {
      return new OfficerDocument.Response(id, hash);
    }
    throw new ParameterException(
        spec.commandLine(), "Name the response's file, or --response and --sha256.");
  }

  /** Signs the document, encrypts it to the gateway, and prints the name of the file. */
  void write(OfficerDocument document, int number) throws IOException {
    Instant now = Clock.systemUTC().instant();
    Path target = directory.resolve(document.fileName(number)).toAbsolutePath();
    SecretKey own = passphrase.secret(signWith);
    List<Certificate> gateway = KeyFiles.certificates(to);
    try (AtomicOutputFile result = AtomicOutputFile.begin(target)) {
      try (OutputStream sealed = result.out();
          OutputStream plain = new Sealer(own).seal(sealed, gateway, now)) {
        plain.write(document.write(now));
      }
      result.keep();
    }
    spec.commandLine().getOut().println(target);
  }
}
