package countersign.partnersetup;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code new partner}: writes everything about a new partner that is not there yet. */
@Command(
    name = "partner",
    mixinStandardHelpOptions = true,
    description =
        "Writes a partner, its people, the skeleton of its agreement and its routes. Changes nothing if an id is taken.")
final class NewPartnerCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      defaultValue = "${sys:countersign.project:-.}/config",
      description = "directory of the configuration; default: the project's config/")
  private Path config = Path.of("config");

  @Option(
      names = "--routes",
      paramLabel = "DIR",
      defaultValue = "${sys:countersign.project:-.}/routes",
      description = "default: the project's routes/")
  private Path routes = Path.of("routes");

  @Option(
      names = "--like",
      paramLabel = "AGREEMENT",
      description =
          "copies statutes, purposes, limits and schedule from this agreement; without it they are empty")
  private @Nullable String like;

  @Option(names = "--ask", description = "ask for what no option names")
  private boolean asks;

  @Mixin private PartnerOptions partner = new PartnerOptions();

  @Override
  public Integer call() throws IOException {
    for (Path directory : List.of(config, routes)) {
      if (!Files.isDirectory(directory)) {
        throw new IOException("The directory %s does not exist.".formatted(directory));
      }
    }
    if (asks) {
      Scanner answers = new Scanner(System.in, Charset.defaultCharset());
      partner.ask(question -> answer(question, answers));
    }
    List<String> missing = partner.missing();
    if (!missing.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Name also: %s".formatted(String.join(", ", missing)));
    }
    return write(partner.partner(spec.commandLine()));
  }

  /** The next line of the input; null at its end. */
  private @Nullable String answer(String question, Scanner answers) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%s: ", question);
    out.flush();
    return answers.hasNextLine() ? answers.nextLine() : null;
  }

  private int write(NewPartner wanted) throws IOException {
    Clock clock = Clock.systemUTC();
    PlannedFiles files = PlannedFiles.of(config, routes, wanted, like, clock);
    List<String> objections = files.objections(clock);
    PrintWriter out = spec.commandLine().getOut();
    if (!objections.isEmpty()) {
      objections.forEach(spec.commandLine().getErr()::println);
      spec.commandLine().getErr().println("Nothing was written.");
      return 1;
    }
    files.write();
    files.paths().forEach(path -> out.printf("Written: %s%n", path));
    new PartnerLetter(config, routes, wanted).print(out);
    return 0;
  }
}
