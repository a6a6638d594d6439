package countersign.configuration;

import countersign.passkey.PublicPasskey;
import countersign.request.PersonName;
import countersign.request.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Checks that each person of the enrolment register is one person: no second entry under a name
 * that looks alike, no account of two people, no person who signs the configuration, and no
 * reviewer who operates the gateway.
 */
final class EnrolmentCheck {
  private final List<Documents.Raw> documents;
  private final Consumer<Problem> problems;

  EnrolmentCheck(List<Documents.Raw> documents, Consumer<Problem> problems) {
    this.documents = documents;
    this.problems = problems;
  }

  void check() {
    Set<String> signatories = new HashSet<>();
    for (Documents.Raw document : Trees.documents(DocumentKind.SIGNATORIES, documents)) {
      Trees.find(document, "signatories[].name")
          .forEach(place -> signatories.add(PersonName.skeleton(place.text())));
    }
    for (Documents.Raw document : Trees.documents(DocumentKind.ENROLMENT, documents)) {
      names(document, signatories);
      accounts(document);
      roles(document);
      keys(document);
      subjects(document);
    }
  }

  /** A subject has one account, and an account one subject. */
  private void subjects(Documents.Raw document) {
    Set<String> seen = new HashSet<>();
    for (Trees.LocatedValue place : Trees.find(document, "subjects[]")) {
      JsonNode entry = place.value();
      String subject = entry.path("issuer").asString("") + " " + entry.path("subject").asString("");
      boolean newSubject = seen.add("subject " + subject);
      boolean newAccount = seen.add("account " + entry.path("account").asString(""));
      if (!newSubject || !newAccount) {
        report(Problem.Code.DUPLICATE, place, "one account for each subject", subject);
      }
    }
  }

  /** Each key is of one kind, can be read, counts in this environment and is one person's. */
  private void keys(Documents.Raw document) {
    boolean production =
        Trees.of(DocumentKind.INSTANCE, documents).stream()
            .anyMatch(instance -> instance.path("environment").asString("").equals("P"));
    Set<String> seen = new HashSet<>();
    for (Trees.LocatedValue place : Trees.find(document, "people[].keys[]")) {
      boolean password = place.value().has("publicKey");
      boolean passkey = place.value().has("passkey");
      if (password == passkey) {
        report(
            Problem.Code.WRONG_VALUE,
            place,
            "either publicKey or passkey",
            password ? "both" : "neither");
      } else if (passkey) {
        passkey(place, place.value().path("passkey"), seen);
      } else if (production) {
        report(
            Problem.Code.NOT_IN_PRODUCTION,
            place,
            "a passkey",
            "publicKey, whose private half a password opens");
      }
    }
  }

  private void passkey(Trees.LocatedValue place, JsonNode values, Set<String> seen) {
    PublicPasskey passkey =
        new PublicPasskey(
            values.path("credentialId").asString(""),
            values.path("publicKey").asString(""),
            values.path("rpId").asString(""),
            values.path("origin").asString(""));
    if (!passkey.isUsable()) {
      report(Problem.Code.NOT_A_KEY, place, "a COSE key for ES256, EdDSA or RS256", "another text");
    } else if (!seen.add(passkey.publicKey())) {
      report(Problem.Code.DUPLICATE, place, "a passkey that is listed once", "a second entry");
    }
  }

  /** Whoever reviews does not operate the gateway, under whatever account. */
  private void roles(Documents.Raw document) {
    for (Trees.LocatedValue place : Trees.find(document, "people[].roles")) {
      Set<String> names = new TreeSet<>();
      place.value().forEach(name -> names.add(name.asString("")));
      Set<Role> roles = EnumSet.noneOf(Role.class);
      Arrays.stream(Role.values()).filter(role -> names.contains(role.name())).forEach(roles::add);
      boolean reviews = roles.contains(Role.FIRST_REVIEWER) || roles.contains(Role.COUNTERSIGNER);
      if (reviews && roles.stream().anyMatch(Role::excludesReviewing)) {
        report(
            Problem.Code.WRONG_VALUE,
            place,
            "roles that one person may have together",
            String.join(", ", names));
      }
    }
  }

  private void names(Documents.Raw document, Set<String> signatories) {
    Map<String, String> seen = new HashMap<>();
    for (Trees.LocatedValue place : Trees.find(document, "people[].name")) {
      String skeleton = PersonName.skeleton(place.text());
      String before = seen.putIfAbsent(skeleton, place.text());
      if (skeleton.isEmpty()) {
        continue; // the schema reports a missing name
      }
      if (before != null) {
        report(
            Problem.Code.DUPLICATE,
            place,
            "a name that does not look like another person's",
            place.text() + ", which looks like " + before);
      }
      if (signatories.contains(skeleton)) {
        report(
            Problem.Code.SIGNATORY_ENROLLED,
            place,
            "a person who is not in " + DocumentKind.SIGNATORIES.path(),
            place.text());
      }
    }
  }

  private void accounts(Documents.Raw document) {
    Map<String, String> owners = new HashMap<>();
    for (Trees.LocatedValue place : Trees.find(document, "people[].keys[].account")) {
      String person = place.path().substring(0, place.path().indexOf(']'));
      String account = place.text().toLowerCase(Locale.ROOT);
      if (!person.equals(owners.merge(account, person, (first, second) -> first))) {
        report(
            Problem.Code.DUPLICATE,
            place,
            "an account of one person",
            place.text() + " of a second person");
      }
    }
  }

  private void report(Problem.Code code, Trees.LocatedValue place, String expected, String found) {
    problems.accept(Problem.of(code, place.file(), place.path(), expected, found));
  }
}
