package countersign.demo;

import countersign.cli.CountersignCommand;
import countersign.cli.Parts;
import countersign.configuration.Instance;
import countersign.request.Environment;
import countersign.validation.NameControl;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code seed}: people who do not exist, for the records database of a test exchange. */
@Command(
    name = "seed",
    mixinStandardHelpOptions = true,
    description =
        "Fills an empty records database of a test exchange with people who do not exist, always the same ones.")
final class SeedCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "names the databases; default: the project's config/")
  private @Nullable Path config;

  @Option(
      names = "--people",
      defaultValue = "10000",
      paramLabel = "N",
      description = "how many; default: ${DEFAULT-VALUE}")
  private int people;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "write them down too, for whoever makes request files about them")
  private @Nullable Path csv;

  @Override
  public Integer call() throws IOException, SQLException, Parts.NotReached {
    Path directory = config == null ? CountersignCommand.project().resolve("config") : config;
    Instance instance = Parts.instance(directory);
    if (instance.environment() == Environment.P) {
      throw new IllegalStateException(
          "NOT_IN_PRODUCTION  This instance serves environment P. People who do not exist belong into a test exchange only.");
    }
    SyntheticRecords records = new SyntheticRecords(people, NameControl::of);
    try (Connection owner = Parts.connect("records (owner)", instance.recordsOwner())) {
      boolean filled = records.fill(owner);
      spec.commandLine()
          .getOut()
          .println(
              filled
                  ? people + " people who do not exist are in the records"
                  : "The records database holds people already; it was left alone");
    }
    if (csv != null) {
      records.writeCsv(csv);
    }
    return 0;
  }
}
