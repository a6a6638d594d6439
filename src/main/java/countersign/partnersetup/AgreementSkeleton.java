package countersign.partnersetup;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The skeleton of an agreement. What only people can decide has no value, so that {@code check}
 * names it.
 */
final class AgreementSkeleton {
  private static final List<String> OWN =
      List.of("title", "because", "serial", "parties", "agencies", "firstDay", "lastDay");
  private static final List<String> LEGAL =
      List.of(
          "environments",
          "authority",
          "timeZone",
          "statutes",
          "purposes",
          "elements",
          "attestation",
          "placeholders",
          "limits",
          "schedule");
  private static final Set<String> NESTED = Set.of("limits", "schedule");

  private AgreementSkeleton() {}

  /**
   * The text of {@code agreements/ID.yaml}.
   *
   * @param like text of the agreement from which the terms are copied; null if they are empty
   */
  static String of(NewPartner partner, @Nullable String like) throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            # yaml-language-server: $schema=../schema/agreement.json
            # Complete the keys without a value, compare every term with the instrument, then two people sign this file.
            # `bin/countersign check --files` names what is missing.
            id: "%s"
            title:
            because:
            serial: 1
            parties: []
            agencies: ["%s"]
            firstDay:
            lastDay:
            """
                .formatted(partner.id(), partner.agency()));
    if (like == null) {
      LEGAL.forEach(key -> text.append(key).append(NESTED.contains(key) ? ": {}\n" : ":\n"));
    } else {
      text.append(terms(like));
    }
    return text.toString();
  }

  /** Every part of an agreement that is not its own: from a key to the next one. */
  private static String terms(String like) throws IOException {
    Set<String> own = Stream.concat(Stream.of("id"), OWN.stream()).collect(Collectors.toSet());
    StringBuilder kept = new StringBuilder();
    boolean keeps = false;
    for (String line : like.lines().toList()) {
      if (line.matches("[A-Za-z]+:.*")) {
        keeps = !own.contains(line.substring(0, line.indexOf(':')));
      } else if (line.startsWith("#")) {
        continue; // a remark about the other agreement
      }
      if (keeps) {
        kept.append(line).append('\n');
      }
    }
    if (LEGAL.stream().anyMatch(key -> !("\n" + kept).contains("\n" + key + ":"))) {
      throw new IOException(
          "The agreement that --like names lacks a term. `bin/countersign check --files` says which.");
    }
    return kept.toString();
  }
}
