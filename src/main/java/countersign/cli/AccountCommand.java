package countersign.cli;

import countersign.accounts.Account;
import countersign.accounts.Accounts;
import countersign.check.ConfiguredParts;
import countersign.configuration.Instance.Login;
import countersign.request.Role;
import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code account}: manages the accounts that sign in to the console and the API with a password.
 */
@Command(
    name = "account",
    mixinStandardHelpOptions = true,
    description = "Creates, resets, disables or lists accounts of the console and the API.",
    subcommands = {
      AccountCommand.Create.class,
      AccountCommand.Reset.class,
      AccountCommand.Disable.class,
      AccountCommand.All.class
    })
final class AccountCommand extends CommandGroup {

  /** {@code account create}. */
  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description =
          "Creates one of the first administrators, whom registers/enrolment.yaml names, with a"
              + " generated password.")
  static final class Create implements Callable<Integer> {
    @Mixin private AccountsOption where;
    @Mixin private OwnerLogin owner;

    @Parameters(paramLabel = "NAME", description = "name of the account in the register")
    private String name;

    @Override
    public Integer call() throws IOException, SQLException, ConfiguredParts.NotReached {
      where.mustBeNewFile();
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
    @Mixin private AccountsOption where;
    @Mixin private OwnerLogin owner;

    @Parameters(paramLabel = "NAME", description = "name of the account in the register")
    private String name;

    @Override
    public Integer call() throws IOException, SQLException, ConfiguredParts.NotReached {
      where.mustBeNewFile();
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
    @Mixin private AccountsOption where;
    @Mixin private OwnerLogin owner;

    @Parameters(paramLabel = "NAME", description = "name of the account")
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
    @Mixin private AccountsOption where;

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
