package countersign.check;

import countersign.authority.Agreement;
import countersign.authority.Authority;
import countersign.authority.Expression;
import countersign.configuration.AdoptedSerial;
import countersign.configuration.Configuration;
import countersign.configuration.KeyCheck;
import countersign.configuration.Problem;
import countersign.configuration.Trust;
import countersign.extensions.VerifiedJars;
import countersign.request.ReasonCode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Result of {@code bin/countersign check}: all problems of a configuration and what it permits.
 *
 * @param problems findings that prevent the start
 * @param warnings findings that do not prevent the start but that the operator should know
 * @param effectiveView every value, secrets masked; empty if there are problems
 * @param today what each agreement grants each agency now, one sentence each; empty if there are
 *     problems
 */
public record ConfigurationCheck(
    List<Problem> problems,
    List<Problem> warnings,
    List<String> effectiveView,
    List<String> today) {
  /** Makes immutable copies of the lists. */
  public ConfigurationCheck {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
    effectiveView = List.copyOf(effectiveView);
    today = List.copyOf(today);
  }

  /**
   * Checks a directory.
   *
   * @param directory laid out as {@code config/}
   * @param trust what counts from outside the directory
   * @param now time for which validity is checked
   */
  public static ConfigurationCheck of(Path directory, Trust trust, Instant now) {
    return of(directory, trust, KeyCheck.NONE, List.of(), now);
  }

  /**
   * Checks a directory and every key that it names.
   *
   * @param keys proves that a key can do its office now
   * @param known versions of signed documents that were in force
   */
  public static ConfigurationCheck of(
      Path directory, Trust trust, KeyCheck keys, Collection<AdoptedSerial> known, Instant now) {
    Configuration.Result result = Configuration.load(directory, trust, Expression::faults, keys);
    if (result instanceof Configuration.Loaded loaded) {
      List<Problem> objections =
          new ArrayList<>(AdoptedSerial.objections(loaded.configuration(), known));
      objections.addAll(VerifiedJars.of(directory, loaded.configuration()).problems());
      if (!objections.isEmpty()) {
        return new ConfigurationCheck(objections, loaded.warnings(), List.of(), List.of());
      }
      return new ConfigurationCheck(
          List.of(),
          loaded.warnings(),
          loaded.configuration().effectiveView(),
          today(loaded.configuration(), now));
    }
    Configuration.Problems found = (Configuration.Problems) result;
    return new ConfigurationCheck(found.problems(), found.warnings(), List.of(), List.of());
  }

  /** True if the gateway would start. */
  public boolean passes() {
    return problems.isEmpty();
  }

  private static List<String> today(Configuration configuration, Instant now) {
    Authority authority = Authority.of(configuration);
    List<String> sentences = new ArrayList<>();
    configuration.root().ifPresent(root -> sentences.add("Root of trust: sha256 " + root));
    Authority.asWritten(configuration).agreements().stream()
        .sorted(Comparator.comparing(Agreement::id))
        .forEach(
            agreement ->
                agreement.agencies().stream()
                    .sorted()
                    .map(agency -> sentence(authority, agreement, agency, now))
                    .forEach(sentences::add));
    return sentences;
  }

  private static String sentence(
      Authority authority, Agreement agreement, String agency, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, agreement.zone());
    String who = "%s for %s in %s ".formatted(agreement.id(), agency, authority.environment());
    if (authority.agreement(agreement.id()).isEmpty()) {
      return who + "is ignored because two people have not signed it";
    }
    if (authority.agreementInForce(agreement.id(), agency, day).isEmpty()) {
      return who
          + "grants nothing on %s; it is valid from %s to %s in %s"
              .formatted(
                  day,
                  agreement.firstDay(),
                  agreement.lastDay(),
                  agreement.environments().stream().sorted().toList());
    }
    List<ReasonCode> blocks = authority.blocks(agreement, agency, now);
    return blocks.isEmpty()
        ? who + "may disclose"
        : who
            + "discloses nothing: "
            + blocks.stream().map(ReasonCode::name).collect(Collectors.joining(", "));
  }
}
