package countersign.configuration;

import countersign.pgp.SignatureCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Checks whether two different people have signed exactly the bytes of a document. */
final class TwoPersonSignatures {
  private static final List<String> SUFFIXES = List.of(".1.asc", ".2.asc");

  /** Whether a document counts, and the names of the people who signed it if it does. */
  record Judged(Document.Standing standing, List<String> signers) {}

  private final Path directory;
  private final SignatureCheck check;
  private final Map<String, Signatory> signatories;
  private final Set<String> unreadable = new TreeSet<>();

  /** Whether the list of signatories has a problem that prevents the start. */
  private final boolean doubtful;

  /**
   * Creates a check by these people.
   *
   * @param doubtful whether the list of signatories has a problem that prevents the start; then
   *     signatures that do not hold are not reported, because that problem may be the reason
   */
  TwoPersonSignatures(
      Path directory, SignatureCheck check, List<Signatory> signatories, boolean doubtful) {
    this.directory = directory;
    this.check = check;
    this.doubtful = doubtful;
    this.signatories =
        signatories.stream()
            .collect(Collectors.toMap(Signatory::fingerprint, who -> who, (one, two) -> one));
  }

  /** Decides whether a document counts; reports the reason if it does not. */
  Judged judge(Documents.Raw document, Consumer<Problem> problems) {
    if (!document.kind().signed()) {
      return new Judged(Document.Standing.NEEDS_NONE, List.of());
    }
    return signedByTwo(document, problems);
  }

  /** Decides whether two of these people signed a document, of whatever kind it is. */
  Judged signedByTwo(Documents.Raw document, Consumer<Problem> problems) {
    List<Signatory> signers = new ArrayList<>();
    for (String suffix : SUFFIXES) {
      if (!collect(document, document.path() + suffix, signers, problems)) {
        return new Judged(Document.Standing.NOT_ADOPTED, List.of());
      }
    }
    Optional<Problem> objection = together(document, signers);
    objection.ifPresent(problems);
    return objection.isEmpty()
        ? new Judged(Document.Standing.ADOPTED, signers.stream().map(Signatory::name).toList())
        : new Judged(Document.Standing.NOT_ADOPTED, List.of());
  }

  /** Adds the signer of one signature; false if there is none, which is reported. */
  private boolean collect(
      Documents.Raw document,
      String signature,
      List<Signatory> signers,
      Consumer<Problem> problems) {
    Path file = directory.resolve(signature);
    if (!Files.isRegularFile(file)) {
      problems.accept(objection(Problem.Code.UNSIGNED, document, signature, "no such file"));
      return false;
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      Optional<Signatory> signer = signer(document, bytes, problems);
      signer.ifPresent(signers::add);
      if (signer.isEmpty() && !doubtful && unreadable.isEmpty()) {
        problems.accept(
            objection(
                Problem.Code.SIGNATURE_DOES_NOT_HOLD,
                document,
                "a registered person's signature in " + signature,
                "one that does not fit these bytes and keys"));
      }
      return signer.isPresent();
    } catch (IOException e) {
      problems.accept(
          Problem.of(
              Problem.Code.UNREADABLE, signature, "", "a signature", "a file that cannot be read"));
      return false;
    }
  }

  /** Tries each person's key by itself, so that one unreadable key is named and no other. */
  private Optional<Signatory> signer(
      Documents.Raw document, byte[] signature, Consumer<Problem> problems) {
    for (Signatory who : signatories.values()) {
      try {
        Optional<Signatory> found =
            check.signer(document.bytes(), signature, List.of(who.key())).map(signatories::get);
        if (found.isPresent()) {
          return found;
        }
      } catch (IOException e) {
        unreadable(who, problems);
      }
    }
    return Optional.empty();
  }

  private void unreadable(Signatory who, Consumer<Problem> problems) {
    if (unreadable.add(who.id()) && !doubtful) {
      problems.accept(
          Problem.of(
              Problem.Code.NO_KEY,
              DocumentKind.SIGNATORIES.path(),
              who.id(),
              "a public key",
              "a file that is no OpenPGP key: " + directory.relativize(who.key())));
    }
  }

  private static Optional<Problem> together(Documents.Raw document, List<Signatory> signers) {
    Signatory first = signers.get(0);
    if (first.isSamePersonAs(signers.get(1))) {
      return Optional.of(
          objection(
              Problem.Code.ONE_PERSON,
              document,
              "signatures of two people",
              "two by " + first.id()));
    }
    boolean counsel = signers.stream().anyMatch(who -> who.role().equals("COUNSEL"));
    return document.kind() == DocumentKind.POSTURE && !counsel
        ? Optional.of(
            objection(Problem.Code.NOT_COUNSEL, document, "one signature by COUNSEL", "none"))
        : Optional.empty();
  }

  private static Problem objection(
      Problem.Code code, Documents.Raw document, String expected, String found) {
    return Problem.of(code, document.path(), "", expected, found);
  }
}
