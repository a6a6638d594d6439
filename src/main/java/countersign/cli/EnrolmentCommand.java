package countersign.cli;

import countersign.accounts.Account;
import countersign.accounts.Accounts;
import countersign.accounts.MadeKey;
import countersign.accounts.MadePasskey;
import countersign.accounts.MadePasskeys;
import countersign.authority.Authority;
import countersign.check.ConfiguredParts;
import countersign.configuration.Configuration;
import countersign.request.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code enrolment}: prints the keys that accounts made and that the register does not list. */
@Command(
    name = "enrolment",
    mixinStandardHelpOptions = true,
    description =
        "Prints the keys that are not enrolled yet, as entries for registers/enrolment.yaml.")
final class EnrolmentCommand implements Callable<Integer> {
  private static final int VALID_YEARS = 1;
  private static final int ENTRY_INDENT = 6;

  @Spec private CommandSpec spec;

  @Mixin private ConfigurationOption configuration = new ConfigurationOption();

  @Override
  public Integer call() throws IOException, SQLException, ConfiguredParts.NotReached {
    Path directory = configuration.directory();
    Configuration loaded = ConfiguredParts.configuration(directory, configuration.trust());
    Authority written = Authority.asWritten(loaded);
    try (Connection connection =
        ConfiguredParts.connect("database (accounts)", loaded.instance().accounts())) {
      Accounts accounts = Accounts.on(connection, Clock.systemUTC());
      List<MadeKey> missing =
          accounts.madeKeys().stream()
              .filter(key -> written.enrolment().of(key.publicKey()).isEmpty())
              .toList();
      print(missing, accounts, spec.commandLine().getOut());
      passkeys(written, MadePasskeys.on(connection, Clock.systemUTC()).all());
    }
    return 0;
  }

  private void passkeys(Authority written, List<MadePasskey> made) {
    PrintWriter out = spec.commandLine().getOut();
    LocalDate today = LocalDate.now(Clock.systemUTC().withZone(ZoneOffset.UTC));
    made.stream()
        .filter(one -> written.enrolment().of(one.passkey().fingerprint()).isEmpty())
        .forEach(
            one -> {
              out.println(
                  "# Passkey of account " + one.account() + ", an entry for its person's keys.");
              out.println(
                  "# Compare with its person the fingerprint " + one.passkey().fingerprint());
              out.print(
                  one.entry(today.toString(), today.plusYears(VALID_YEARS).toString())
                      .indent(ENTRY_INDENT));
            });
  }

  private static void print(List<MadeKey> missing, Accounts accounts, PrintWriter out) {
    if (missing.isEmpty()) {
      out.println("# Every key that an account made is in registers/enrolment.yaml.");
      return;
    }
    out.println("# Compare each key with its person, write the full name, add the entries to");
    out.println("# registers/enrolment.yaml, add 1 to its serial, and have two people sign it.");
    out.println("people:");
    LocalDate today = LocalDate.now(Clock.systemUTC().withZone(ZoneOffset.UTC));
    for (MadeKey key : missing) {
      out.println("  - person: " + key.account());
      out.println("    name: \"\"");
      out.println("    roles: [" + roles(accounts, key.account()) + "]");
      out.println("    keys:");
      out.printf(
          "      - { account: %s, publicKey: %s, firstDay: %s, lastDay: %s }%n",
          key.account(), key.publicKey(), today, today.plusYears(VALID_YEARS));
    }
  }

  private static String roles(Accounts accounts, String name) {
    Set<Role> roles = accounts.byName(name).map(Account::roles).orElse(Set.of());
    return roles.stream()
        .filter(Account.SIGNING::contains)
        .map(Role::name)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
