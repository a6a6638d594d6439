package countersign.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Takes the place of a command that only the demo jar holds, and says so. */
@Command(description = "Not in this jar. The jar whose name ends with -demo.jar has it.")
final class DemoJarOnly implements Callable<Integer> {
  private static final List<String> COMMANDS = List.of("demo", "seed");

  @Spec private CommandSpec spec;
  @Unmatched private List<String> arguments = List.of();

  /** Adds a placeholder for each of the demo jar's commands that no provider has added. */
  static void addMissing(CommandLine commands) {
    COMMANDS.stream()
        .filter(name -> !commands.getSubcommands().containsKey(name))
        .forEach(name -> commands.addSubcommand(name, new DemoJarOnly()));
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
