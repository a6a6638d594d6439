package countersign.cli;

import countersign.accounts.Accounts;
import countersign.check.ConfiguredParts;
import countersign.configuration.Configuration;
import countersign.configuration.Instance.Login;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Names the database of accounts, and the file that receives a new password. */
final class AccountsOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private ConfigurationOption configuration = new ConfigurationOption();

  @Option(
      names = "--password-to",
      paramLabel = "FILE",
      description =
          "write the new password to this file, readable by its owner only; default: print it"
              + " once")
  private @Nullable Path passwordTo;

  /** The configuration that names the database. */
  Configuration configuration() throws IOException {
    return ConfiguredParts.configuration(configuration.directory(), configuration.trust());
  }

  /** Ends the command unless the signed register names this account. */
  void mustBeAdministrator(String name) throws IOException {
    if (!Administrators.of(configuration()).contains(name)) {
      throw new IllegalStateException(
          "NOT_AN_ADMINISTRATOR  registers/enrolment.yaml · administrators · expected %s in a register with two valid signatures. The command line makes only these accounts; two administrators make all others at the page Accounts."
              .formatted(name));
    }
  }

  /** Works with the accounts in the database at this login. */
  <T> T withAccounts(Login login, Function<Accounts, T> work)
      throws SQLException, ConfiguredParts.NotReached {
    try (Connection connection = ConfiguredParts.connect("database", login)) {
      try (Statement sql = connection.createStatement();
          ResultSet table = sql.executeQuery("select to_regclass('account')")) {
        table.next();
        if (table.getString(1) == null) {
          throw new IllegalStateException(
              "The database has no tables yet. Run `countersign migrate`: it creates them.");
        }
      }
      return work.apply(Accounts.on(connection, Clock.systemUTC()));
    }
  }

  /** Prints the new password, or writes it to the named file. */
  int tell(String name, String password) throws IOException {
    if (passwordTo == null) {
      spec.commandLine().getOut().printf("%s  %s%n", name, password);
    } else {
      PrivateFile.write(passwordTo, password);
      spec.commandLine().getOut().printf("The password of %s is in %s%n", name, passwordTo);
    }
    return 0;
  }

  /** Ends the command before it changes anything if the file of the password exists already. */
  void mustBeNewFile() {
    PrivateFile.mayBeMade(passwordTo);
  }
}
