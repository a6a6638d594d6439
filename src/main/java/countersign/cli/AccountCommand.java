package countersign.cli;

import countersign.accounts.Account;
import countersign.accounts.Accounts;
import countersign.check.ConfiguredParts;
import countersign.configuration.Configuration;
import countersign.configuration.Instance.Login;
import countersign.request.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
      AccountCommand.Disable.class,
      AccountCommand.All.class
    })
final class AccountCommand extends CommandGroup {
  /** Options for the database of accounts and for the file that receives a new password. */
  static final class Where {
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

    private Configuration configuration() throws IOException {
      return ConfiguredParts.configuration(configuration.directory(), configuration.trust());
    }

    /** Ends the command unless the signed register names this account. */
    private void mustBeAdministrator(String name) throws IOException {
      if (!Administrators.of(configuration()).contains(name)) {
        throw new IllegalStateException(
            "NOT_AN_ADMINISTRATOR  registers/enrolment.yaml · administrators · expected %s in a register with two valid signatures. The command line makes only these accounts; two administrators make all others at the page Accounts."
                .formatted(name));
      }
    }

    private <T> T withAccounts(Login login, Function<Accounts, T> work)
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
      description =
          "Creates one of the first administrators, whom registers/enrolment.yaml names, with a"
              + " generated password.")
  static final class Create implements Callable<Integer> {
    @Mixin private Where where;
    @Mixin private OwnerLogin owner;

    @Parameters(paramLabel = "NAME", description = "name of the account in the register")
    private String name;

    @Override
    public Integer call() throws IOException, SQLException, ConfiguredParts.NotReached {
      PrivateFile.mayBeMade(where.passwordTo);
      where.mustBeAdministrator(name);
      Login login = owner.at(where.configuration().instance().database().url());
      return where.tell(
          name,
          where.withAccounts(
              login, accounts -> accounts.create(name, EnumSet.of(Role.ADMINISTRATOR))));
    }
  }

  /** {@code account reset}. */
  @Command(
      name = "reset",
      mixinStandardHelpOptions = true,
      description =
          "Gives one of the first administrators a new password, unlocks the account and ends its"
              + " sessions.")
  static final class Reset implements Callable<Integer> {
    @Mixin private Where where;
    @Mixin private OwnerLogin owner;

    @Parameters(paramLabel = "NAME")
    private String name;

    @Override
    public Integer call() throws IOException, SQLException, ConfiguredParts.NotReached {
      PrivateFile.mayBeMade(where.passwordTo);
      where.mustBeAdministrator(name);
      Login login = owner.at(where.configuration().instance().database().url());
      return where.tell(name, where.withAccounts(login, accounts -> accounts.resetPassword(name)));
    }
  }

  /** {@code account disable}. */
  @Command(
      name = "disable",
      mixinStandardHelpOptions = true,
      description = "Disables any account at once and ends its sessions.")
  static final class Disable implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Where where;
    @Mixin private OwnerLogin owner;

    @Parameters(paramLabel = "NAME")
    private String name;

    @Override
    public Integer call() throws IOException, SQLException, ConfiguredParts.NotReached {
      Login login = owner.at(where.configuration().instance().database().url());
      where.withAccounts(
          login,
          accounts -> {
            accounts.disable(name);
            return name;
          });
      spec.commandLine().getOut().printf("%s is disabled. Its sessions have ended.%n", name);
      return 0;
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
      Login login = where.configuration().instance().accounts();
      for (Account account : where.withAccounts(login, Accounts::all)) {
        String state = account.disabled() ? "  disabled" : "";
        spec.commandLine().getOut().println(account.name() + "  " + account.roles() + state);
      }
      return 0;
    }
  }
}
