package countersign.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks every key that the configuration names: the file holds the pinned key, and the key can do
 * its office now.
 *
 * <p>A wrong file, or a key that was never usable, prevents the start for every owner. An expired
 * or revoked key of an officer or a requester does not prevent the start: the exchange answers it
 * file by file (R214, F102), and one person's key must not stop the others at the next restart. An
 * expired or revoked key prevents the start if it is the gateway's, or if the agency has no other
 * key: the agency's files would end without an acknowledgement.
 */
final class PinnedKeyCheck {
  private static final Set<Problem.Code> NOT_NOW =
      Set.of(Problem.Code.KEY_REVOKED, Problem.Code.KEY_EXPIRED, Problem.Code.KEY_NOT_YET_VALID);

  private static final String ENCRYPTING =
      "Ask the owner for a key with a subkey that encrypts: cv25519, RSA of 3072 bits or more, or a NIST curve; ed25519 cannot encrypt.";

  private final Path directory;
  private final KeyCheck check;
  private final Consumer<Problem> problems;
  private Optional<String> gatewayKey = Optional.empty();

  PinnedKeyCheck(Path directory, KeyCheck check, Consumer<Problem> problems) {
    this.directory = directory;
    this.check = check;
    this.problems = problems;
  }

  void check(List<Documents.Raw> documents) {
    if (check == KeyCheck.NONE) {
      return;
    }
    gatewayKey =
        Trees.of(DocumentKind.INSTANCE, documents).stream()
            .flatMap(tree -> ownFile(tree.path("keys")).stream())
            .flatMap(own -> check.ownFingerprint(own.file(), own.passphrase()).stream())
            .findFirst();
    String newest = newestSignatories(documents);
    for (Documents.Raw document : documents) {
      JsonNode tree = document.tree();
      if (tree == null) {
        continue;
      }
      check(document, tree, newest);
    }
  }

  private void check(Documents.Raw document, JsonNode tree, String newest) {
    switch (document.kind()) {
      case PARTNER -> agency(document, tree.path("agencyKeys"));
      case OFFICIALS -> holders(document, tree.path("officials"), "officials", false);
      case OFFICERS -> holders(document, tree.path("officers"), "officers", true);
      case SIGNATORIES -> signatories(document, tree.path("signatories"), newest);
      case INSTANCE -> own(document, tree.path("keys"));
      case AGREEMENT, DELEGATIONS, SAFEGUARDS, POSTURE, EXTENSIONS, RULES, ENROLMENT, RESTORED -> {
        // These kinds name no OpenPGP keys.
      }
    }
  }

  private static String newestSignatories(List<Documents.Raw> documents) {
    return Trees.documents(DocumentKind.SIGNATORIES, documents).stream()
        .max(Comparator.comparingInt(SignatoryChain::serial))
        .map(Documents.Raw::path)
        .orElse("");
  }

  private void agency(Documents.Raw document, JsonNode keys) {
    List<Boolean> usable = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      boolean valid = valid(document, keys.path(i), "agencyKeys[%d].".formatted(i), true);
      if (isAccepted(keys.path(i), today())) {
        usable.add(valid);
      }
    }
    if (!usable.isEmpty() && !usable.contains(true)) {
      report(
          Problem.Code.NO_VALID_KEY,
          document,
          "agencyKeys",
          "a key that can receive acknowledgements now",
          "none of %d".formatted(usable.size()));
    }
  }

  private void holders(Documents.Raw document, JsonNode holders, String list, boolean receives) {
    for (int i = 0; i < holders.size(); i++) {
      JsonNode keys = holders.path(i).path("keys");
      for (int k = 0; k < keys.size(); k++) {
        valid(document, keys.path(k), "%s[%d].keys[%d].".formatted(list, i, k), receives);
      }
    }
  }

  /** Only the people of the newest version still sign; an earlier key may have expired. */
  private void signatories(Documents.Raw document, JsonNode people, String newest) {
    for (int i = 0; i < people.size() && document.path().equals(newest); i++) {
      valid(document, people.path(i), "signatories[%d].".formatted(i), false);
    }
  }

  /**
   * Reports every reason against a key; false if it is the pinned key but cannot do its office now.
   */
  private boolean valid(Documents.Raw document, JsonNode key, String path, boolean receives) {
    String fingerprint = key.path("fingerprint").asString("");
    notTheGateways(document, fingerprint, path);
    String name = key.path("file").asString("");
    Path file = directory.resolve(name).normalize();
    if (name.isEmpty() || !Files.isRegularFile(file)) {
      return true; // reported by the check of references
    }
    boolean soon = isAccepted(key, today()) || isAccepted(key, today().plusDays(30));
    List<KeyCheck.Finding> found = findings(file, fingerprint, receives);
    for (KeyCheck.Finding one : found) {
      if (one.code().fatal() || soon) {
        Problem problem =
            Problem.of(
                one.code(),
                document.path(),
                path + (one.code() == Problem.Code.WRONG_FINGERPRINT ? "fingerprint" : "file"),
                expected(one.code(), fingerprint, receives),
                "%s in %s".formatted(one.found(), name));
        boolean cannotReceive = receives && one.code() == Problem.Code.KEY_UNFIT;
        problems.accept(cannotReceive ? problem.curedBy(ENCRYPTING) : problem);
      }
    }
    return found.stream().noneMatch(one -> NOT_NOW.contains(one.code()));
  }

  private void notTheGateways(Documents.Raw document, String fingerprint, String path) {
    if (gatewayKey.filter(fingerprint::equalsIgnoreCase).isPresent()) {
      report(
          Problem.Code.OWN_KEY,
          document,
          path + "fingerprint",
          "a key of its owner",
          "the gateway's own key");
    }
  }

  private List<KeyCheck.Finding> findings(Path file, String fingerprint, boolean receives) {
    try {
      return check.pinned(file, fingerprint, receives);
    } catch (IOException e) {
      return List.of(
          new KeyCheck.Finding(Problem.Code.UNREADABLE, "a file that this user cannot read"));
    }
  }

  private static String expected(Problem.Code code, String fingerprint, boolean receives) {
    return switch (code) {
      case NOT_A_KEY, SECRET_KEY, UNREADABLE -> "a public OpenPGP key";
      case SEVERAL_KEYS -> "one key";
      case WRONG_FINGERPRINT -> "the key " + fingerprint;
      case KEY_UNFIT ->
          receives
              ? "a part that can be encrypted to"
              : "a part that may sign, of sufficient strength";
      case KEY_ENDS_SOON -> "a key that is valid for 30 days more";
      case REVOCATION_UNPROVEN -> "a revocation by the key itself or its designated revoker";
      default -> receives ? "a key that can be encrypted to now" : "a key that may sign now";
    };
  }

  private void own(Documents.Raw document, JsonNode keys) {
    ownFile(keys)
        .ifPresent(
            own ->
                check
                    .own(own.file(), own.passphrase())
                    .ifPresent(
                        why ->
                            report(
                                Problem.Code.GATEWAY_KEY,
                                document,
                                "keys.gatewayKeyFile",
                                "a key that signs and receives for the gateway now",
                                "%s: %s".formatted(own.file(), why))));
  }

  private record OwnFile(Path file, @Nullable String passphrase) {}

  /** File and passphrase of the gateway's key; empty if one is missing, which is reported so. */
  private Optional<OwnFile> ownFile(JsonNode keys) {
    Path file = directory.resolve(keys.path("gatewayKeyFile").asString("")).normalize();
    if (!Files.isRegularFile(file)) {
      return Optional.empty(); // reported as a missing secret
    }
    try {
      return Optional.of(
          new OwnFile(
              file,
              keys.has("gatewayKeyPassphrase")
                  ? Instance.passphrase(new Section(keys, directory))
                  : null));
    } catch (UncheckedIOException | IllegalStateException e) {
      return Optional.empty(); // reported as a missing secret
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(check.now(), ZoneOffset.UTC);
  }

  /** Entries without days, or with invalid ones, count as accepted; other checks report them. */
  private static boolean isAccepted(JsonNode key, LocalDate day) {
    String written = day.toString();
    String from = key.path("acceptedFrom").asString("");
    String until = key.path("retiredOn").asString("");
    return (from.isEmpty() || from.compareTo(written) <= 0)
        && (until.isEmpty() || until.compareTo(written) > 0);
  }

  private void report(
      Problem.Code code, Documents.Raw document, String path, String expected, String found) {
    problems.accept(Problem.of(code, document.path(), path, expected, found));
  }
}
