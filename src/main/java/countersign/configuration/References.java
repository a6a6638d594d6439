package countersign.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Holds documents against each other: every name names something, every id stands once, every file
 * named is there. Looks also at documents their schema objects to, so that all is told at once.
 */
final class References {
  private final Path directory;
  private final List<Documents.Raw> documents;
  private final Consumer<Problem> problems;

  References(Path directory, List<Documents.Raw> documents, Consumer<Problem> problems) {
    this.directory = directory;
    this.documents = documents;
    this.problems = problems;
  }

  void check() {
    documents.stream().filter(document -> document.tree() != null).forEach(this::nameIsId);
    names();
    ids();
    keys(Kind.PARTNER, "", "agencyKeys");
    keys(Kind.OFFICIALS, "officials", "keys");
    keys(Kind.OFFICERS, "officers", "keys");
    secrets();
  }

  private void nameIsId(Documents.Raw document) {
    JsonNode id = document.tree().path("id");
    if (id.isTextual() && !id.asText().equals(document.id())) {
      report(Problem.Code.NAME_IS_NOT_ID, document.path(), "id", document.id(), id.asText());
    }
  }

  private void names() {
    Set<String> agencies = values(Kind.PARTNER, "agency");
    Set<String> officials = values(Kind.OFFICIALS, "officials[].registerId");
    Set<String> agreements = values(Kind.AGREEMENT, "id");
    named(Kind.PARTNER, "requesters[]", officials, Kind.OFFICIALS);
    named(Kind.DELEGATIONS, "delegations[].delegate", officials, Kind.OFFICIALS);
    for (String path : List.of("officials[].agency", "delegations[].agency", "officers[].agency")) {
      for (Kind kind : List.of(Kind.OFFICIALS, Kind.DELEGATIONS, Kind.OFFICERS)) {
        named(kind, path, agencies, Kind.PARTNER);
      }
    }
    named(Kind.SAFEGUARDS, "agencies[].agency", agencies, Kind.PARTNER);
    named(Kind.AGREEMENT, "agencies[]", agencies, Kind.PARTNER);
    named(Kind.POSTURE, "agreements[]", agreements, Kind.AGREEMENT);
    agreements.add("*");
    named(Kind.POSTURE, "courtOrders[].agreement", agreements, Kind.AGREEMENT);
    Set<String> signatories = values(Kind.SIGNATORIES, "signatories[].fingerprint");
    named(Kind.INSTANCE, "signatories[]", signatories, Kind.SIGNATORIES);
    each(Kind.SIGNATORIES, "signatories[].file", this::keyFile);
  }

  private void ids() {
    once(Kind.PARTNER, "agency");
    once(Kind.OFFICIALS, "officials[].registerId");
    once(Kind.DELEGATIONS, "delegations[].instrument");
    once(Kind.OFFICERS, "officers[].officerId");
    once(Kind.OFFICERS, "officers[].keys[].fingerprint");
    once(Kind.SAFEGUARDS, "agencies[].agency");
    once(Kind.SIGNATORIES, "signatories[].signatory");
    once(Kind.SIGNATORIES, "signatories[].name");
    once(Kind.SIGNATORIES, "signatories[].fingerprint");
    once(Kind.AGREEMENT, "statutes[].citation");
    once(Kind.RULES, "rules[].rule");
  }

  /** Every value there must stand among the known ones, unless those could not be read at all. */
  private void named(Kind kind, String pattern, Set<String> known, Kind where) {
    if (Trees.unreadable(where, documents)) {
      return;
    }
    each(
        kind,
        pattern,
        place -> {
          if (!known.contains(place.value().asText())) {
            report(
                Problem.Code.DANGLING,
                place.file(),
                place.path(),
                "something in " + where.place(),
                place.value().asText());
          }
        });
  }

  private void once(Kind kind, String pattern) {
    Set<String> seen = new HashSet<>();
    each(
        kind,
        pattern,
        place -> {
          // Within agreements and the like an id must be unique in its own file only.
          String scope = pattern.contains("[]") ? place.file() : "";
          if (!seen.add(scope + " " + place.value().asText())) {
            report(
                Problem.Code.DUPLICATE,
                place.file(),
                place.path(),
                "a value that is used once",
                place.value().asText() + " again");
          }
        });
  }

  private void keys(Kind kind, String list, String keys) {
    String pattern = list.isEmpty() ? keys : list + "[]." + keys;
    each(kind, pattern + "[].file", this::keyFile);
    for (Documents.Raw document : Trees.documents(kind, documents)) {
      List<Trees.Place> holders =
          Trees.find(document, pattern).stream().filter(place -> place.value().isArray()).toList();
      long without = holders.stream().filter(place -> place.value().isEmpty()).count();
      if (without > 0) {
        String found = list.isEmpty() ? "none yet" : without + " of " + holders.size() + " without";
        report(Problem.Code.NO_KEY, document.path(), pattern, "a public key", found);
      }
    }
  }

  private void keyFile(Trees.Place place) {
    mustBeThere(place, Problem.Code.DANGLING, "a public key that is there");
  }

  private void secrets() {
    for (String key :
        List.of(
            "database.password.file",
            "database.ownerPassword.file",
            "records.password.file",
            "broker.password.file",
            "keys.rootKeysetFile",
            "keys.gatewayKeyFile",
            "keys.gatewayKeyPassphrase.file")) {
      each(Kind.INSTANCE, key, this::secret);
    }
    each(Kind.PARTNER, "privateKeyFile", this::secret);
    each(Kind.PARTNER, "knownHostsFile", this::secret);
    for (String key : List.of("database.url", "records.url", "broker.url")) {
      each(Kind.INSTANCE, key, this::noPassword);
    }
  }

  private void secret(Trees.Place place) {
    mustBeThere(place, Problem.Code.MISSING_SECRET, "a file that is there");
  }

  private void noPassword(Trees.Place place) {
    if (EffectiveView.carriesSecret(place.value().asText())) {
      report(
          Problem.Code.SECRET_BY_VALUE,
          place.file(),
          place.path(),
          "an address without a password",
          "one with");
    }
  }

  private void mustBeThere(Trees.Place place, Problem.Code code, String expected) {
    Path file = directory.resolve(place.value().asText()).normalize();
    if (!Files.isRegularFile(file)) {
      report(code, place.file(), place.path(), expected, place.value().asText());
    }
  }

  private Set<String> values(Kind kind, String pattern) {
    Set<String> values = new HashSet<>();
    each(kind, pattern, place -> values.add(place.value().asText()));
    return values;
  }

  private void each(Kind kind, String pattern, Consumer<Trees.Place> what) {
    Predicate<Trees.Place> written = place -> !place.value().isMissingNode();
    for (Documents.Raw document : Trees.documents(kind, documents)) {
      Trees.find(document, pattern).stream().filter(written).forEach(what);
    }
  }

  private void report(Problem.Code code, String file, String path, String expected, String found) {
    problems.accept(Problem.of(code, file, path, expected, found));
  }
}
