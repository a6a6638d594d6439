package countersign.cli;

import countersign.access.Account;
import countersign.access.Accounts;
import countersign.request.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code account}: manages the accounts that sign in to the console and the API with a password.
 */
@Command(
    name = "account",
    mixinStandardHelpOptions = true,
    description = "Local accounts of the console and the API.",
    subcommands = {
      AccountCommand.Create.class,
      AccountCommand.Reset.class,
      AccountCommand.All.class
    })
final class AccountCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a subcommand: create, reset or list.");
  }

  /** Options for the database of accounts and for the file that receives a new password. */
  static final class Where {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin private ConfigurationOption configuration = new ConfigurationOption();

    @Option(
        names = "--password-to",
        paramLabel = "FILE",
        description =
            "write the password to this file, readable by its owner only; default: print it once")
    private @Nullable Path passwordTo;

    private <T> T withAccounts(Function<Accounts, T> work)
        throws IOException, SQLException, ConfiguredParts.NotReached {
      Path directory = configuration.directory();
      try (Connection connection =
          ConfiguredParts.connect("database", ConfiguredParts.instance(directory).database())) {
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

    private int tell(String name, String password) throws IOException {
      if (passwordTo == null) {
        spec.commandLine().getOut().printf("%s  %s%n", name, password);
      } else {
        PrivateFile.write(passwordTo, password);
        spec.commandLine().getOut().printf("The password of %s is in %s%n", name, passwordTo);
      }
      return 0;
    }
  }

  /** {@code account create}. */
  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Creates an account with a generated password.")
  static final class Create implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Where where;

    @Parameters(paramLabel = "NAME", description = "lower-case letters, digits, . _ -")
    private String name;

    @Option(
        names = "--role",
        required = true,
        paramLabel = "ROLE",
        description = "${COMPLETION-CANDIDATES}; may be repeated")
    private List<Role> roles = List.of();

    @Override
    public Integer call() throws IOException, SQLException, ConfiguredParts.NotReached {
      PrivateFile.mayBeMade(where.passwordTo);
      try {
        return where.tell(
            name, where.withAccounts(accounts -> accounts.create(name, EnumSet.copyOf(roles))));
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), e.getMessage(), e);
      }
    }
  }

  /** {@code account reset}. */
  @Command(
      name = "reset",
      mixinStandardHelpOptions = true,
      description = "Gives an account a new password and unlocks it.")
  static final class Reset implements Callable<Integer> {
    @Mixin private Where where;

    @Parameters(paramLabel = "NAME")
    private String name;

    @Override
    public Integer call() throws IOException, SQLException, ConfiguredParts.NotReached {
      PrivateFile.mayBeMade(where.passwordTo);
      return where.tell(name, where.withAccounts(accounts -> accounts.resetPassword(name)));
    }
  }

  /** {@code account list}. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists every account with its roles.")
  static final class All implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Where where;

    @Override
    public Integer call() throws IOException, SQLException, ConfiguredParts.NotReached {
      for (Account account : where.withAccounts(Accounts::all)) {
        spec.commandLine().getOut().println(account.name() + "  " + account.roles());
      }
      return 0;
    }
  }
}
