package countersign.configuration;

import countersign.crypto.Sha256;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Follows the versions of the signatories from the one that this installation is bound to: two
 * people of each version signed the next one. Whoever can write the directory but has no keys of
 * two signatories can neither replace a person nor begin another chain.
 */
final class SignatoryChain {
  private final Path directory;
  private final Trust trust;
  private final Consumer<Problem> problems;
  private final Map<String, List<String>> signers = new HashMap<>();
  private List<Signatory> inForce = List.of();
  private boolean broken;

  private SignatoryChain(Path directory, Trust trust, Consumer<Problem> problems) {
    this.directory = directory;
    this.trust = trust;
    this.problems = problems;
  }

  /** Checks the whole chain and reports each problem. */
  static SignatoryChain of(
      Path directory, Trust trust, List<Documents.Raw> documents, Consumer<Problem> problems) {
    SignatoryChain chain = new SignatoryChain(directory, trust, problems);
    List<Documents.Raw> versions =
        Trees.documents(DocumentKind.SIGNATORIES, documents).stream()
            .sorted(Comparator.comparingInt(SignatoryChain::serial))
            .toList();
    chain.follow(versions);
    if (chain.inForce.isEmpty() && !chain.broken) {
      chain.report(
          Problem.Code.NO_SIGNATORY,
          DocumentKind.SIGNATORIES.path(),
          "two people whose signatures count",
          "none");
    }
    return chain;
  }

  /** The people of the newest version; empty if the chain is broken. */
  List<Signatory> inForce() {
    return broken ? List.of() : inForce;
  }

  /** True if the chain has a problem that prevents the start. */
  boolean broken() {
    return broken;
  }

  /** Whether a version counts, and who signed it; nobody signs the first one. */
  TwoPersonSignatures.Judged judged(Documents.Raw version) {
    List<String> names = broken ? null : signers.get(version.path());
    return names == null
        ? new TwoPersonSignatures.Judged(Document.Standing.NOT_ADOPTED, List.of())
        : new TwoPersonSignatures.Judged(Document.Standing.ADOPTED, names);
  }

  private void follow(List<Documents.Raw> versions) {
    if (!bound(versions)) {
      return;
    }
    for (int i = 0; i < versions.size(); i++) {
      Documents.Raw version = versions.get(i);
      String expected = "signatories-%d".formatted(i + 1);
      if (serial(version) != i + 1 || !version.id().equals(expected)) {
        refuse(
            Problem.Code.SIGNATORIES_NOT_LINKED,
            version.path(),
            "version %d in the file %s.yaml".formatted(i + 1, expected),
            "version " + serial(version));
        return;
      }
      if (i > 0 && !linked(version)) {
        return;
      }
      signers.putIfAbsent(version.path(), List.of());
      inForce = Signatory.in(version, directory);
    }
  }

  /** Whether the first version is the one to which this installation is bound. */
  private boolean bound(List<Documents.Raw> versions) {
    String root = trust.root();
    if (versions.isEmpty()) {
      if (root != null) {
        refuse(
            Problem.Code.ROOT_NOT_FOUND, DocumentKind.SIGNATORIES.path(), "sha256 " + root, "none");
      }
      return false;
    }
    Documents.Raw first = versions.get(0);
    String found = Sha256.hex(first.bytes());
    if (root == null) {
      refuse(
          Problem.Code.ROOT_NOT_BOUND,
          first.path(),
          "a fingerprint that binds this installation",
          "none");
    } else if (!root.equals(found)) {
      refuse(Problem.Code.ROOT_NOT_FOUND, first.path(), "sha256 " + root, "sha256 " + found);
    }
    return !broken;
  }

  /** Whether two people of the version before signed this one. */
  private boolean linked(Documents.Raw version) {
    List<Problem> why = new ArrayList<>();
    TwoPersonSignatures before =
        new TwoPersonSignatures(directory, trust.signatures(), inForce, false);
    TwoPersonSignatures.Judged judged = before.signedByTwo(version, why::add);
    signers.put(version.path(), judged.signers());
    if (judged.standing() != Document.Standing.ADOPTED) {
      refuse(
          Problem.Code.SIGNATORIES_NOT_LINKED,
          version.path(),
          "signatures by two people of the version before",
          why.isEmpty() ? "none" : "%s: %s".formatted(why.get(0).code(), why.get(0).found()));
    }
    return !broken;
  }

  /** The number of a version; 0 if it states none, which its schema reports. */
  static int serial(Documents.Raw version) {
    return Objects.requireNonNull(version.tree()).path("serial").asInt(0);
  }

  private void refuse(Problem.Code code, String file, String expected, String found) {
    broken = true;
    report(code, file, expected, found);
  }

  private void report(Problem.Code code, String file, String expected, String found) {
    problems.accept(Problem.of(code, file, "", expected, found));
  }
}
