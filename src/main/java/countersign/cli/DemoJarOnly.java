package countersign.cli;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes the place of a command that only the demo jar holds, and says so. */
@Command
final class DemoJarOnly implements Callable<Integer> {
  private static final Map<String, String> COMMANDS =
      new TreeMap<>(
          Map.of(
              "demo", "Runs a whole exchange on this machine, with synthetic data.",
              "kit", "Makes a folder with which an agency's developers test before they go live.",
              "secrets", "Creates the passwords and keys that docker-compose.yml mounts.",
              "seed", "Fills the records of a test exchange with synthetic people."));

  @Spec private CommandSpec spec;

  /** Adds a placeholder for each of the demo jar's commands that no provider has added. */
  static void addMissing(CommandLine commands) {
    COMMANDS.forEach(
        (name, purpose) -> {
          if (!commands.getSubcommands().containsKey(name)) {
            CommandLine placeholder = new CommandLine(new DemoJarOnly());
            // Whatever follows, the answer is the same.
            placeholder.setUnmatchedArgumentsAllowed(true);
            placeholder
                .getCommandSpec()
                .usageMessage()
                .description(purpose + " Only in the demo jar, which bin/countersign picks.");
            commands.addSubcommand(name, placeholder);
          }
        });
  }

  @Override
  public Integer call() {
    spec.commandLine()
        .getErr()
        .printf(
            "This jar has no command %s. The jar whose name ends with -demo.jar has it; the same build makes both.%n",
            spec.name());
    return CommandLine.ExitCode.USAGE;
  }
}
