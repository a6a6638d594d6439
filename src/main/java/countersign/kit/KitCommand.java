package countersign.kit;

import countersign.partnertool.ProjectFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kit}: makes the folder with which an agency's developers test before they go live. */
@Command(
    name = "kit",
    mixinStandardHelpOptions = true,
    description =
        "Makes a folder for an agency's developers: the exchange profile, schemas, test keys, 80 request files about invented people with the expected answers, and a program that answers them without a gateway. Exit 0 if it is made, 2 if it is not.")
public final class KitCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "a folder that does not exist yet")
  private Path folder = Path.of(".");

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description = "day on which the files are created and signed; default: today")
  private @Nullable LocalDate date;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "NUMBER",
      description = "other people for another number; default: ${DEFAULT-VALUE}")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    if (Files.exists(folder)) {
      throw new IOException(
          "%s exists already and was not changed. Name a folder that does not exist."
              .formatted(folder));
    }
    LocalDate day =
        date == null ? LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC) : date;
    List<KitFile> files =
        new KitFolder(ProjectFolder.path(), folder)
            .write(seed, day.atStartOfDay().toInstant(ZoneOffset.UTC));
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%s has %d request files and their answers.%n", folder, files.size());
    out.printf("Start with %s/README.md; give the folder to the agency's developers.%n", folder);
    return 0;
  }
}
