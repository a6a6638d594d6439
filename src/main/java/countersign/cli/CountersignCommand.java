package countersign.cli;

import countersign.partnersetup.NewCommand;
import countersign.partnertool.DispositionCommand;
import countersign.partnertool.ExampleCommand;
import countersign.partnertool.OpenCommand;
import countersign.partnertool.ReceiptCommand;
import countersign.partnertool.SealCommand;
import countersign.partnertool.SendCommand;
import countersign.request.Unavailable;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import tools.jackson.core.JacksonException;

/**
 * {@code countersign}: the main command. Exit code 0 is yes and 1 is no. A command that answers a
 * question says 2 if it could not answer; 2 is misuse for every command.
 */
@Command(
    name = "countersign",
    mixinStandardHelpOptions = true,
    version = "Countersign 0.1",
    description = "A gateway through which one agency answers lawful requests of another.",
    subcommands = {
      RunCommand.class,
      MigrateCommand.class,
      AccountCommand.class,
      EnrolmentCommand.class,
      SignatoriesCommand.class,
      CheckCommand.class,
      NewCommand.class,
      RoutesCommand.class,
      SealCommand.class,
      OpenCommand.class,
      SendCommand.class,
      ReceiptCommand.class,
      DispositionCommand.class,
      ExampleCommand.class,
      ScreenCommand.class,
      ExplainCommand.class,
      SimulateCommand.class,
      LedgerCommand.class,
      JournalCommand.class,
      VerifyApprovalCommand.class
    })
public final class CountersignCommand implements Runnable {
  @Spec private CommandSpec spec;

  private CountersignCommand() {}

  /**
   * Runs a command line.
   *
   * @return 0 yes, 1 no, 2 misuse or no answer
   */
  public static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  public static CommandLine commandLine() {
    CommandLine commands = new CommandLine(new CountersignCommand());
    ServiceLoader.load(CommandProvider.class)
        .forEach(provider -> provider.commands().forEach(commands::addSubcommand));
    DemoJarOnly.addMissing(commands);
    return commands
        .setExecutionExceptionHandler(CountersignCommand::say)
        .setParameterExceptionHandler(CountersignCommand::misused)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }

  /** Names the fault; the options of a command follow only if it is asked for them. */
  private static int misused(ParameterException fault, String[] words) {
    CommandLine command = fault.getCommandLine();
    command.getErr().println(fault.getMessage());
    if (UnmatchedArgumentException.printSuggestions(fault, command.getErr())) {
      return command.getCommandSpec().exitCodeOnInvalidInput();
    }
    if (!command.getSubcommands().isEmpty()) {
      command.usage(command.getErr());
    } else {
      command
          .getErr()
          .printf(
              "bin/%s --help lists its options.%n", command.getCommandSpec().qualifiedName(" "));
    }
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  /**
   * Says why a command could not do what was asked. Every command exits with 2 then, because 1 is
   * the answer "no" of a command that was done.
   */
  private static int say(Exception fault, CommandLine command, CommandLine.ParseResult parsed) {
    tell(fault, command);
    return CommandLine.ExitCode.USAGE;
  }

  /** Prints an error in one sentence; prints a stack trace only for unexpected errors. */
  static void tell(Exception fault, CommandLine command) {
    if (fault instanceof NoSuchFileException missing) {
      command.getErr().println("There is no file " + missing.getFile());
    } else if (fault instanceof AccessDeniedException closed) {
      command
          .getErr()
          .println(closed.getFile() + " cannot be read or written with your permissions");
    } else if (fault instanceof RuntimeException unforeseen
        && !(fault instanceof UncheckedIOException)
        && !(fault instanceof JacksonException)
        && !(fault instanceof Unavailable)
        && !(fault instanceof IllegalStateException)) {
      throw unforeseen;
    } else {
      command.getErr().println(fault.getMessage());
    }
  }
}
