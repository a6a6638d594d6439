package countersign.check;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code check} prints.
 *
 * @param readiness what was found
 * @param check what the documents say
 * @param connections what {@code --connect} found; empty without it
 * @param places where the documents and the routes are
 */
public record CheckReport(
    Readiness readiness, ConfigurationCheck check, List<CheckFinding> connections, Places places) {

  /**
   * Where the documents and the routes are, and whether this machine was judged.
   *
   * @param config directory of the documents
   * @param routes directory of the routes
   * @param program SHA-256 of the program, hexadecimal
   */
  public record Places(String config, String routes, boolean machine, String program) {}

  /** The form of {@code --json}. */
  private record Printed(
      List<CheckFinding> problems,
      List<CheckFinding> warnings,
      List<CheckFinding> connections,
      List<String> effectiveView,
      List<String> today,
      String programSha256,
      boolean wouldStart) {}

  /** Makes an immutable copy of the list. */
  public CheckReport {
    connections = List.copyOf(connections);
  }

  /** True if nothing prevents the start and every connection was made. */
  public boolean passes() {
    return readiness.passes() && connections.stream().noneMatch(CheckFinding::fatal);
  }

  /** The report as JSON. */
  public String json() {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY) // what is wrong comes first
            .build();
    return mapper.writeValueAsString(
        new Printed(
            readiness.problems(),
            readiness.warnings(),
            connections,
            check.effectiveView(),
            check.today(),
            places.program,
            places.machine && readiness.passes()));
  }

  /**
   * Prints the report.
   *
   * @param all whether every value in force is printed
   */
  public void print(PrintWriter out, boolean all) {
    readiness.problems().forEach(out::println);
    connections.forEach(out::println);
    if (!readiness.warnings().isEmpty()) {
      out.println("Warnings:");
      readiness.warnings().forEach(out::println);
    }
    if (all) {
      check.effectiveView().forEach(out::println);
    }
    check.today().forEach(out::println);
    if (places.machine) {
      out.println("Program: SHA-256 " + places.program);
    }
    out.printf(
        "%s: %s. %s: %s. %s%s%s. %s%n",
        places.config,
        counted(fatal(readiness.documents().stream()), "problem"),
        places.routes,
        counted(fatal(readiness.routes().stream()), "problem"),
        places.machine
            ? "This machine: %s. "
                .formatted(counted(fatal(readiness.machine().stream()), "problem"))
            : "",
        connections.isEmpty()
            ? ""
            : "Connections: %s. ".formatted(counted(fatal(connections.stream()), "problem")),
        counted(readiness.warnings().size(), "warning"),
        verdict());
  }

  private String verdict() {
    if (!readiness.passes()) {
      return "The gateway would not start.";
    }
    if (readiness.warnings().stream().anyMatch(one -> one.code().equals(Preflight.HELD))) {
      return "The gateway would start, once the running one is stopped.";
    }
    return places.machine
        ? "The gateway would start."
        : "The files are right; secrets, servers and ports of this machine were not judged.";
  }

  private static int fatal(Stream<CheckFinding> findings) {
    return (int) findings.filter(CheckFinding::fatal).count();
  }

  private static String counted(int count, String thing) {
    return "%d %s%s".formatted(count, thing, count == 1 ? "" : "s");
  }
}
