package countersign.cli;

import countersign.authority.Authority;
import countersign.authority.Enrolment;
import countersign.check.ConfiguredParts;
import countersign.configuration.Configuration;
import countersign.ledger.LedgerVerifier;
import countersign.ledger.LogKey;
import countersign.verification.CrossCheck;
import countersign.verification.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledger}: proves that the ledger was not changed. */
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    description = "Verifies the ledger, the append-only record of every decision.",
    subcommands = LedgerCommand.Verify.class)
final class LedgerCommand extends CommandGroup {
  /** {@code ledger verify}: recomputes the ledger and compares the tables with its events. */
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description =
          "Recomputes the ledger in the running database and compares the tables with its events. Exit 0 if everything is unchanged, 1 if something is not, 2 if it could not be verified.")
  static final class Verify implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private RunningGatewayOption gateway = new RunningGatewayOption();

    @Option(
        names = "--log-key",
        paramLabel = "FILE",
        description = "public key of the ledger; default: the demo's ledger.pub")
    private @Nullable Path logKey;

    @Option(
        names = "--checkpoint",
        paramLabel = "FILE",
        description =
            "a checkpoint that you saved earlier; without it a shortened ledger cannot be detected")
    private List<Path> checkpoints = List.of();

    @Override
    public Integer call() throws IOException, SQLException, ConfiguredParts.NotReached {
      Path directory = gateway.configuration();
      Path keyFile = logKey == null ? directory.resolveSibling("ledger.pub") : logKey;
      LogKey log = logKey(keyFile);
      List<String> kept = new ArrayList<>();
      for (Path checkpoint : checkpoints) {
        kept.add(Files.readString(checkpoint, StandardCharsets.UTF_8));
      }
      Configuration configuration = ConfiguredParts.configuration(directory, gateway.trust());
      Enrolment enrolment = Authority.of(configuration).enrolment();
      try (Connection connection =
          ConfiguredParts.connect("database", configuration.instance().database())) {
        Report report = new CrossCheck(new LedgerVerifier(log), enrolment).run(connection, kept);
        spec.commandLine().getOut().println(report);
        return report.isFine() ? 0 : 1;
      }
    }

    private static LogKey logKey(Path file) throws IOException {
      try {
        return LogKey.parse(Files.readString(file, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        throw new IOException(
            "%s is not the public key of a ledger (one line, origin+01234567+base64). Name it with --log-key."
                .formatted(file),
            e);
      }
    }
  }
}
