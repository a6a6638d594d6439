package countersign.cli;

import countersign.authority.Authority;
import countersign.authority.Expression;
import countersign.authority.IntakeCapacity;
import countersign.configuration.Configuration;
import countersign.partnertool.FileTrailer;
import countersign.partnertool.PassphraseOption;
import countersign.partnertool.SealCommand;
import countersign.request.Refused;
import countersign.request.Unavailable;
import countersign.screening.DryRun;
import countersign.screening.ScreeningResult;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code screen}: shows what the gateway would answer to a request file, before it is sent. */
@Command(
    name = "screen",
    mixinStandardHelpOptions = true,
    description =
        "Judges a request file before you send it, without any look-up. Exit 0 if no request is rejected or held, 1 if one is, 2 if the file cannot be read.")
final class ScreenCommand implements Callable<Integer> {
  private static final LocalTime PICK_UP = LocalTime.of(17, 0);

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description = "FILE-ID.req.ndjson or .req.csv, or sealed with .pgp or .asc")
  private Path file = Path.of(".");

  @Mixin private ConfigurationOption configuration = new ConfigurationOption();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "judge as if received on this day at 17:00 UTC; default: now")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--key",
      paramLabel = "SECRET",
      description = "secret key that opens a sealed file, armoured or binary")
  private @Nullable Path key;

  @Mixin private PassphraseOption passphrase = new PassphraseOption();

  @Option(
      names = "--complete",
      description =
          "judge a draft as if `seal --complete` had written its trailer; the file stays as it is")
  private boolean complete;

  @Option(names = "--json", description = "print the acknowledgement that the gateway would write")
  private boolean json;

  @Override
  public Integer call() {
    try {
      Configuration loaded = loaded();
      Authority authority = Authority.asWritten(loaded);
      ScreeningResult screened = screened(authority, IntakeCapacity.of(loaded));
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(DryRunAcknowledgement.of(authority, screened));
      } else {
        new ScreenReport(out)
            .print(
                screened.file().isNamed()
                    ? screened.file().toString()
                    : String.valueOf(file.getFileName()),
                screened);
      }
      return screened.isClean() ? 0 : 1;
    } catch (IOException | IllegalStateException | Unavailable unread) {
      CountersignCommand.tell(unread, spec.commandLine());
      return 2;
    }
  }

  /**
   * The configuration as if everything were signed, because an agency's developer does not have the
   * signatures.
   */
  private Configuration loaded() throws IOException {
    Path directory = configuration.directory();
    Configuration.Result result =
        Configuration.load(directory, configuration.trust(), Expression::faults);
    if (result instanceof Configuration.Loaded loaded) {
      return loaded.configuration();
    }
    throw new IllegalStateException(
        "The configuration in %s cannot be used; `check` lists the problems".formatted(directory));
  }

  private static Clock clock() {
    return Clock.systemUTC();
  }

  private Instant pickUp() {
    return asOf == null
        ? clock().instant().truncatedTo(ChronoUnit.SECONDS)
        : asOf.atTime(PICK_UP).toInstant(ZoneOffset.UTC);
  }

  private ScreeningResult screened(Authority authority, IntakeCapacity capacity)
      throws IOException {
    requireFile();
    String name = String.valueOf(file.getFileName());
    boolean sealed = name.endsWith(".pgp") || name.endsWith(".asc");
    if (sealed && key == null) {
      throw new ParameterException(
          spec.commandLine(),
          "%s is sealed. Name a key that opens it with --key, or screen the file before you seal it."
              .formatted(file));
    }
    if (complete && !SealCommand.isRequestFile(file)) {
      throw new ParameterException(
          spec.commandLine(),
          "--complete is for request files that are not sealed: .ndjson, .csv.");
    }
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      DryRun screening = new DryRun(authority, capacity, workers);
      if (key != null && sealed) {
        return screening.sealed(file, passphrase.secret(key), pickUp());
      }
      return complete ? completed(screening) : screening.plain(file, pickUp());
    } finally {
      workers.shutdownNow();
    }
  }

  private void requireFile() throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(
          "%s is a directory. Name a request file: FILE-ID.req.ndjson or FILE-ID.req.csv."
              .formatted(file));
    }
  }

  /** Screens a copy with a correct trailer under the same name, and deletes it. */
  private ScreeningResult completed(DryRun screening) throws IOException {
    Path folder = Files.createTempDirectory("countersign-screen");
    Path copy = folder.resolve(String.valueOf(file.getFileName()));
    try {
      try (InputStream in = Files.newInputStream(file);
          OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy))) {
        FileTrailer.complete(
            in,
            out,
            SealCommand.isCsv(file),
            (line, fault) -> {
              // The screening reports the line.
            });
      } catch (Refused longLine) {
        return screening.plain(file, pickUp()); // the trailer does not matter then
      }
      return screening.plain(copy, pickUp());
    } finally {
      Files.deleteIfExists(copy);
      Files.delete(folder);
    }
  }
}
