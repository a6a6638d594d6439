package countersign.configuration;

import countersign.servers.NamedFile;
import countersign.servers.NamedFiles;
import countersign.servers.PasswordText;
import countersign.servers.ServerAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Checks documents against each other: every reference has a target, every id is unique, every
 * named file exists. Also checks documents that violate their schema, so that one run reports every
 * problem.
 */
final class References {
  /** The files of {@code countersign.yaml} that only the gateway's machine has. */
  private static final List<String> SECRETS =
      List.of(
          "database.password.file",
          "database.accountsPassword.file",
          "records.password.file",
          "broker.password.file",
          "keys.rootKeysetFile",
          "keys.gatewayKeyFile",
          "keys.gatewayKeyPassphrase.file",
          "console.oidc.clientSecret.file",
          "console.tls.certificateFile",
          "console.tls.privateKeyFile",
          "recordSource.https.certificateFile",
          "recordSource.https.privateKeyFile",
          "recordSource.https.trustedFile",
          "recordSource.queue.keyFile",
          "notifications.mail.password.file",
          "notifications.webhook.certificateFile",
          "notifications.webhook.privateKeyFile",
          "notifications.webhook.trustedFile");

  private static final List<String> PARTNER_SECRETS =
      List.of("privateKeyFile", "privateKeyPassphrase.file", "knownHostsFile");

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
    keys(DocumentKind.PARTNER, "", "agencyKeys");
    keys(DocumentKind.OFFICIALS, "officials", "keys");
    keys(DocumentKind.OFFICERS, "officers", "keys");
    secrets();
    each(DocumentKind.RULES, "rules[].rule", this::rule);
  }

  /** A rule that nothing applies would look as if it were in force. */
  private void rule(Trees.LocatedValue place) {
    if (place.text().matches("R[0-9]{1,3}") && !RuleIds.isBuilt(place.text())) {
      report(
          Problem.Code.WRONG_VALUE,
          place.file(),
          place.path(),
          "the id of a rule that is built, %s; the nearest is %s"
              .formatted(RuleIds.ALL, RuleIds.nearest(place.text())),
          place.text());
    }
  }

  private void nameIsId(Documents.Raw document) {
    JsonNode id = document.tree().path("id");
    if (id.isString() && !id.asString().equals(document.id())) {
      report(Problem.Code.NAME_IS_NOT_ID, document.path(), "id", document.id(), id.asString());
    }
  }

  private void names() {
    Set<String> agencies = values(DocumentKind.PARTNER, "agency");
    Set<String> officials = values(DocumentKind.OFFICIALS, "officials[].registerId");
    Set<String> agreements = values(DocumentKind.AGREEMENT, "id");
    named(DocumentKind.PARTNER, "requesters[]", officials, DocumentKind.OFFICIALS);
    named(DocumentKind.DELEGATIONS, "delegations[].delegate", officials, DocumentKind.OFFICIALS);
    for (String path : List.of("officials[].agency", "delegations[].agency", "officers[].agency")) {
      for (DocumentKind kind :
          List.of(DocumentKind.OFFICIALS, DocumentKind.DELEGATIONS, DocumentKind.OFFICERS)) {
        named(kind, path, agencies, DocumentKind.PARTNER);
      }
    }
    named(DocumentKind.SAFEGUARDS, "agencies[].agency", agencies, DocumentKind.PARTNER);
    named(DocumentKind.AGREEMENT, "agencies[]", agencies, DocumentKind.PARTNER);
    named(DocumentKind.POSTURE, "agreements[]", agreements, DocumentKind.AGREEMENT);
    agreements.add("*");
    named(DocumentKind.POSTURE, "courtOrders[].agreement", agreements, DocumentKind.AGREEMENT);
    each(DocumentKind.SIGNATORIES, "signatories[].file", this::keyFile);
  }

  private void ids() {
    once(DocumentKind.PARTNER, "agency");
    once(DocumentKind.OFFICIALS, "officials[].registerId");
    once(DocumentKind.DELEGATIONS, "delegations[].instrument");
    once(DocumentKind.OFFICERS, "officers[].officerId");
    once(DocumentKind.OFFICERS, "officers[].keys[].fingerprint");
    once(DocumentKind.SAFEGUARDS, "agencies[].agency");
    once(DocumentKind.SIGNATORIES, "signatories[].signatory");
    once(DocumentKind.SIGNATORIES, "signatories[].fingerprint");
    once(DocumentKind.AGREEMENT, "statutes[].citation");
    once(DocumentKind.RULES, "rules[].rule");
    once(DocumentKind.EXTENSIONS, "jars[].file");
    once(DocumentKind.ENROLMENT, "people[].person");
    once(DocumentKind.ENROLMENT, "people[].keys[].publicKey");
  }

  /**
   * Reports each value that is not among the known ones; reports none if the known ones could not
   * be read at all.
   */
  private void named(DocumentKind kind, String pattern, Set<String> known, DocumentKind where) {
    if (Trees.unreadable(where, documents)) {
      return;
    }
    Map<String, List<Trees.LocatedValue>> unknown = new LinkedHashMap<>();
    each(
        kind,
        pattern,
        place -> {
          if (!known.contains(place.text())) {
            String same = place.file() + " " + place.text();
            unknown.computeIfAbsent(same, none -> new ArrayList<>()).add(place);
          }
        });
    unknown.values().forEach(places -> dangling(places, where));
  }

  /** One problem for a name, however often a document has it: all of them have one cause. */
  private void dangling(List<Trees.LocatedValue> places, DocumentKind where) {
    Trees.LocatedValue first = places.get(0);
    String found =
        places.size() == 1 ? first.text() : "%s, %d times".formatted(first.text(), places.size());
    report(
        Problem.Code.DANGLING, first.file(), first.path(), "something in " + where.path(), found);
  }

  private void once(DocumentKind kind, String pattern) {
    Map<String, String> first = new HashMap<>();
    each(
        kind,
        pattern,
        place -> {
          // In agreements and similar documents an id must be unique only within its own file.
          String scope = pattern.contains("[]") ? place.file() : "";
          String here = place.file() + " · " + place.path();
          String before = first.putIfAbsent(scope + " " + place.text(), here);
          if (before != null) {
            report(
                Problem.Code.DUPLICATE,
                place.file(),
                place.path(),
                "a value that is used once",
                "%s again; the first is %s".formatted(place.text(), before));
          }
        });
  }

  private void keys(DocumentKind kind, String list, String keys) {
    String pattern = list.isEmpty() ? keys : list + "[]." + keys;
    each(kind, pattern + "[].file", this::keyFile);
    for (Documents.Raw document : Trees.documents(kind, documents)) {
      List<Trees.LocatedValue> holders =
          Trees.find(document, pattern).stream().filter(place -> place.value().isArray()).toList();
      long without = holders.stream().filter(place -> place.value().isEmpty()).count();
      if (without > 0) {
        String found = list.isEmpty() ? "none yet" : without + " of " + holders.size() + " without";
        report(Problem.Code.NO_KEY, document.path(), pattern, "a public key", found);
      }
    }
  }

  private void keyFile(Trees.LocatedValue place) {
    mustBeThere(place, Problem.Code.DANGLING, "a public key that is there");
  }

  private void secrets() {
    List<NamedFile> named = new ArrayList<>();
    secrets(DocumentKind.INSTANCE, SECRETS, named);
    secrets(DocumentKind.PARTNER, PARTNER_SECRETS, named);
    for (NamedFiles.Unfit unfit : NamedFiles.notPasswords(named)) {
      unfit(Problem.Code.NOT_A_PASSWORD, unfit, PasswordText.EXPECTED);
    }
    for (NamedFiles.Unfit unfit : NamedFiles.twoPurposes(named)) {
      unfit(Problem.Code.FILE_OF_TWO_PURPOSES, unfit, "a file that no other setting names");
    }
    for (String key : List.of("database.url", "records.url")) {
      each(
          DocumentKind.INSTANCE,
          key,
          place -> address(place, ServerAddress.databaseObjection(place.text())));
    }
    each(
        DocumentKind.INSTANCE,
        "recordSource.extension.uri",
        place -> address(place, Optional.empty()));
    each(
        DocumentKind.INSTANCE,
        "broker.url",
        place -> address(place, ServerAddress.brokerObjection(place.text())));
  }

  private void secrets(DocumentKind kind, List<String> keys, List<NamedFile> named) {
    for (String key : keys) {
      each(
          kind,
          key,
          place -> {
            mustBeThere(place, Problem.Code.MISSING_SECRET, "a file that is there");
            named.add(NamedFile.of(place.file(), kind.name(), key, resolved(place)));
          });
    }
  }

  private void unfit(Problem.Code code, NamedFiles.Unfit unfit, String expected) {
    report(code, unfit.where().document(), unfit.where().key(), expected, unfit.what());
  }

  private void address(Trees.LocatedValue place, Optional<String> objection) {
    if (EffectiveView.carriesSecret(place.text())) {
      report(
          Problem.Code.SECRET_BY_VALUE,
          place.file(),
          place.path(),
          "an address without a password",
          "one with");
    } else if (objection.isPresent()) {
      report(
          Problem.Code.ADDRESS_SAYS_MORE,
          place.file(),
          place.path(),
          "host, port, name and listed parameters",
          objection.get());
    }
  }

  private void mustBeThere(Trees.LocatedValue place, Problem.Code code, String expected) {
    if (!Files.isRegularFile(resolved(place))) {
      report(code, place.file(), place.path(), expected, place.text());
    }
  }

  private Path resolved(Trees.LocatedValue place) {
    return directory.resolve(place.text()).normalize();
  }

  private Set<String> values(DocumentKind kind, String pattern) {
    Set<String> values = new HashSet<>();
    each(kind, pattern, place -> values.add(place.text()));
    return values;
  }

  private void each(DocumentKind kind, String pattern, Consumer<Trees.LocatedValue> what) {
    Predicate<Trees.LocatedValue> written = place -> !place.value().isMissingNode();
    for (Documents.Raw document : Trees.documents(kind, documents)) {
      Trees.find(document, pattern).stream().filter(written).forEach(what);
    }
  }

  private void report(Problem.Code code, String file, String path, String expected, String found) {
    problems.accept(Problem.of(code, file, path, expected, found));
  }
}
