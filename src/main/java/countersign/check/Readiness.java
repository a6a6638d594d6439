package countersign.check;

import countersign.configuration.Instance;
import countersign.configuration.Problem;
import countersign.routeproof.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides whether the gateway starts. {@code check} prints it, and {@code run}
 * starts only if nothing of it is fatal, so that the two never disagree.
 *
 * @param documents findings about the documents of the configuration
 * @param routes findings about the routes
 * @param machine findings about secrets, servers and ports of this machine
 * @param settings the settings of the gateway; null if they could not be read
 */
public record Readiness(
    List<CheckFinding> documents,
    List<CheckFinding> routes,
    List<CheckFinding> machine,
    @Nullable RunSettings settings) {
  private static final String NOT_A_PASSWORD = Problem.Code.NOT_A_PASSWORD.name();

  /** Makes immutable copies of the lists. */
  public Readiness {
    documents = List.copyOf(documents);
    routes = List.copyOf(routes);
    machine = List.copyOf(machine);
  }

  /**
   * How this machine is judged.
   *
   * @param judged false if only the files are judged
   * @param makesRootKey whether a missing root keyset would be created
   * @param besides whether a gateway of this configuration may be running beside this process
   */
  public record Machine(boolean judged, boolean makesRootKey, boolean besides) {}

  /**
   * Judges a configuration, its routes and this machine.
   *
   * @param check what the documents say
   * @param routes directory of the routes
   */
  public static Readiness of(Path directory, ConfigurationCheck check, Path routes, Machine machine)
      throws IOException {
    KeyLines lines = new KeyLines(directory);
    Verdict verdict = ConfiguredRoutes.verdict(directory, routes);
    Optional<Instance> written = Instance.in(directory);
    Optional<Instance> instance = machine.judged ? written : Optional.empty();
    RunSettings settings =
        instance.map(one -> RunSettings.of(one, machine.makesRootKey)).orElse(null);
    List<CheckFinding> documents =
        Stream.concat(check.problems().stream(), check.warnings().stream())
            .filter(problem -> settings == null || !isOwnSecret(problem))
            .map(problem -> CheckFinding.of(problem, lines))
            .toList();
    return new Readiness(
        documents,
        Stream.concat(
                verdict.problems().stream(),
                written.stream().flatMap(one -> UnsetAddresses.of(verdict, one.others())))
            .map(CheckFinding::of)
            .toList(),
        settings == null || instance.isEmpty()
            ? List.of()
            : machine(directory, new Judged(instance.get(), settings, machine), documents),
        settings);
  }

  /** {@link RunSettings} reports the instance's own secrets. */
  private static boolean isOwnSecret(Problem problem) {
    return problem.code() == Problem.Code.MISSING_SECRET
        && problem.file().equals("countersign.yaml");
  }

  private record Judged(Instance instance, RunSettings settings, Machine machine) {}

  private static List<CheckFinding> machine(
      Path directory, Judged judged, List<CheckFinding> documents) {
    List<CheckFinding> found = new ArrayList<>();
    Set<String> codes = documents.stream().map(CheckFinding::code).collect(Collectors.toSet());
    judged.settings.missing().stream()
        .map(sentence -> CheckFinding.ofMachine(sentence, true))
        .filter(one -> !(one.code().equals(NOT_A_PASSWORD) && codes.contains(NOT_A_PASSWORD)))
        .forEach(found::add);
    if (codes.stream().noneMatch(Readiness::keepsFromConnecting)) {
      Preflight preflight = Preflight.of(judged.instance, judged.machine.besides);
      preflight.warnings().forEach(sentence -> found.add(CheckFinding.ofMachine(sentence, false)));
      preflight.obstacles().forEach(sentence -> found.add(CheckFinding.ofMachine(sentence, true)));
    }
    found.addAll(LoginKeyCheck.of(directory));
    Set<String> told = new HashSet<>();
    if (documents.stream().anyMatch(one -> one.code().equals(Problem.Code.GATEWAY_KEY.name()))) {
      told.add("GATEWAY_KEY keys.gatewayKeyFile");
    }
    return found.stream().filter(one -> told.add(one.code() + " " + one.key())).toList();
  }

  private static boolean keepsFromConnecting(String code) {
    return Problem.Code.valueOf(code).keepsFromConnecting();
  }

  /** True if the gateway would start. */
  public boolean passes() {
    return problems().isEmpty();
  }

  /** What prevents the start. */
  public List<CheckFinding> problems() {
    return all().filter(CheckFinding::fatal).toList();
  }

  /** What does not prevent the start but an operator should know. */
  public List<CheckFinding> warnings() {
    return all().filter(one -> !one.fatal()).toList();
  }

  private Stream<CheckFinding> all() {
    return Stream.of(documents, routes, machine).flatMap(List::stream);
  }
}
