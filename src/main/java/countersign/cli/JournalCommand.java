package countersign.cli;

import countersign.check.ConfiguredParts;
import countersign.configuration.Configuration;
import countersign.delivery.JdbcOutgoing;
import countersign.journal.JournalReport;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code journal}: compares the journal of uploads with the database. */
@Command(
    name = "journal",
    mixinStandardHelpOptions = true,
    description =
        "Compares this gateway's journal of uploads with the database, and prints what the database does not know and the document that two signatories sign. Exit 0 if the database knows everything, 1 if it is older, 2 if it could not be compared.")
final class JournalCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private RunningGatewayOption gateway = new RunningGatewayOption();

  @Mixin private StateOption state = new StateOption();

  @Override
  public Integer call() throws IOException, SQLException, ConfiguredParts.NotReached {
    Configuration configuration =
        ConfiguredParts.configuration(gateway.configuration(), gateway.trust());
    Path directory = state.directory(gateway.demo());
    try (Connection connection =
        ConfiguredParts.connect("database", configuration.instance().database())) {
      JournalReport report =
          JournalReport.of(directory, connection, JdbcOutgoing.on(connection), configuration);
      report.lines().forEach(spec.commandLine().getOut()::println);
      return report.older() ? 1 : 0;
    }
  }
}
