package countersign.partnersetup;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code new}: prepares documents that people complete and sign. It signs nothing. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = "Writes documents and routes for something new, for people to complete and sign.",
    subcommands = NewPartnerCommand.class)
public final class NewCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a subcommand: partner.");
  }
}
