package countersign.partnertool;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code example}: writes a request file of today that {@code screen} accepts. */
@Command(
    name = "example",
    mixinStandardHelpOptions = true,
    description =
        "Writes an example request file about three invented people, with today's dates, that `screen` accepts with the shipped configuration. Exit 0 if it is written, 2 if it is not.")
public final class ExampleCommand implements Callable<Integer> {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
  private static final int MAX_SEQUENCE = 999_999_999;
  private static final int FINAL_DAYS_AGO = 120;
  private static final int OPENED_DAYS_AGO = 60;

  @Spec private CommandSpec spec;

  /** The two formats of a request file. */
  enum Format {
    NDJSON,
    CSV
  }

  @Option(
      names = "--format",
      defaultValue = "NDJSON",
      paramLabel = "FORMAT",
      description = "NDJSON or CSV; default: ${DEFAULT-VALUE}")
  private Format format = Format.NDJSON;

  @Option(
      names = "--sequence",
      defaultValue = "1",
      paramLabel = "NUMBER",
      description = "number of the file; default: ${DEFAULT-VALUE}")
  private int sequence = 1;

  @Option(
      names = {"-o", "--output"},
      defaultValue = ".",
      paramLabel = "DIR",
      description = "folder for the file; default: the working directory")
  private Path output = Path.of(".");

  @Override
  public Integer call() throws IOException {
    if (sequence < 1 || sequence > MAX_SEQUENCE) {
      throw new ParameterException(
          spec.commandLine(), "--sequence is a number from 1 to 999999999.");
    }
    Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    String fileId = "DHS-ICE_T_%s_%04d".formatted(DAY.format(today), sequence);
    String kind = ".req." + format.name().toLowerCase(Locale.ROOT);
    Path file = output.resolve(fileId + kind);
    if (Files.exists(file)) {
      throw new IOException(
          "%s exists already and was not changed. Name another number or folder.".formatted(file));
    }
    String text = template(kind);
    for (Map.Entry<String, String> value : values(fileId, now, today).entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue());
    }
    write(text, file);
    spec.commandLine().getOut().println(file);
    return 0;
  }

  private void write(String text, Path file) throws IOException {
    try (AtomicOutputFile result = AtomicOutputFile.begin(file)) {
      try (OutputStream out = result.out()) {
        FileTrailer.complete(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            out,
            format == Format.CSV,
            (line, fault) -> {
              throw new IllegalStateException("Line " + line + " of the example is faulty", fault);
            });
      }
      result.keep();
    }
  }

  private Map<String, String> values(String fileId, Instant now, LocalDate today) {
    return Map.of(
        "fileId", fileId,
        "sequence", String.valueOf(sequence),
        "createdAt", now.toString(),
        "today", today.toString(),
        "openedOn", today.minusDays(OPENED_DAYS_AGO).toString(),
        "finalOn", today.minusDays(FINAL_DAYS_AGO).toString(),
        "lastYear", String.valueOf(today.getYear() - 1),
        "yearBeforeLast", String.valueOf(today.getYear() - 2));
  }

  private static String template(String kind) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ExampleCommand.class.getResourceAsStream("example" + kind))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
