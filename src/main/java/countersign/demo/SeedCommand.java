package countersign.demo;

import countersign.check.ConfiguredParts;
import countersign.cli.ConfigurationOption;
import countersign.cli.OwnerLogin;
import countersign.configuration.Instance;
import countersign.request.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code seed}: fills the records database of a test exchange with synthetic people. */
@Command(
    name = "seed",
    mixinStandardHelpOptions = true,
    description =
        "Fills the empty records database of a test exchange with synthetic people, always the same ones.")
final class SeedCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private OwnerLogin owner;

  @Mixin private ConfigurationOption configuration = new ConfigurationOption();

  @Option(
      names = "--people",
      defaultValue = "10000",
      paramLabel = "N",
      description = "number of people; default: ${DEFAULT-VALUE}")
  private int people;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "write the people to this file too, for making request files about them")
  private @Nullable Path csv;

  @Override
  public Integer call() throws IOException, SQLException, ConfiguredParts.NotReached {
    Path directory = configuration.directory();
    Instance instance = ConfiguredParts.instance(directory);
    if (instance.environment() == Environment.P) {
      throw new IllegalStateException(
          "NOT_IN_PRODUCTION  This instance serves environment P. Synthetic people belong into a test exchange only.");
    }
    SyntheticRecords records = new SyntheticRecords(people);
    try (Connection connection =
        ConfiguredParts.connect("records (owner)", owner.at(instance.records().url()))) {
      boolean filled = records.fill(connection);
      spec.commandLine()
          .getOut()
          .println(
              filled
                  ? people + " synthetic people are in the records"
                  : "The records database contains people already, so nothing was added");
    }
    if (csv != null) {
      records.writeCsv(csv);
    }
    return 0;
  }
}
