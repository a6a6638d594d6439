package countersign.pgp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another OpenPGP program on this machine, run with its own home directory. */
final class ForeignProgram {
  private final List<String> start;

  /**
   * Fails if the program is not installed, so that the test is never skipped.
   *
   * @param debianPackage Debian package that contains the program
   * @param fixed first arguments of every call
   */
  ForeignProgram(String program, String debianPackage, String... fixed) {
    boolean found =
        List.of(System.getenv("PATH").split(":")).stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    if (!found) {
      throw new AssertionError(
          "The program %s is missing: install the Debian package %s (bin/test does)"
              .formatted(program, debianPackage));
    }
    this.start = new ArrayList<>(List.of(program));
    start.addAll(List.of(fixed));
  }

  /** Runs the program and returns its output, including errors; fails unless it exits with 0. */
  String run(Object... arguments) {
    Result result = attempt(arguments);
    if (result.exit() != 0) {
      throw new AssertionError(start.get(0) + " exits " + result.exit() + ":\n" + result.printed());
    }
    return result.printed();
  }

  /** Runs the program and returns its result, whatever its exit code. */
  Result attempt(Object... arguments) {
    List<String> command = new ArrayList<>(start);
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    try {
      Path printed = Files.createTempFile("countersign-", ".out");
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(printed.toFile())
                .start();
        int exit = process.waitFor();
        return new Result(exit, Files.readString(printed, StandardCharsets.ISO_8859_1));
      } finally {
        Files.delete(printed);
      }
    } catch (IOException e) {
      throw new AssertionError("Cannot run " + start.get(0), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while running " + start.get(0), e);
    }
  }

  /**
   * Result of a run.
   *
   * @param exit exit code
   * @param printed standard output and error together
   */
  record Result(int exit, String printed) {}
}
