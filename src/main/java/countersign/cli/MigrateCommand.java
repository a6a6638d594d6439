package countersign.cli;

import countersign.check.ConfiguredParts;
import countersign.database.JdbcMigrations;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code migrate}: brings the database's tables to this version, as their owner. */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    description =
        "Creates or changes the tables of the gateway's database as this version needs them. Stop the gateway first.")
final class MigrateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private OwnerLogin owner;

  @Mixin private ConfigurationOption configuration = new ConfigurationOption();

  @Override
  public Integer call() throws IOException, SQLException, ConfiguredParts.NotReached {
    Path directory = configuration.directory();
    String url = ConfiguredParts.instance(directory).database().url();
    try (Connection connection = ConfiguredParts.connect("database (owner)", owner.at(url))) {
      JdbcMigrations.Applied applied = JdbcMigrations.apply(connection);
      spec.commandLine()
          .getOut()
          .printf(
              "The schema has version %s. Migrations applied: %d.%n",
              applied.version(), applied.count());
    }
    return 0;
  }
}
