package countersign.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Checks whether two different registered people have signed exactly the bytes of a document. */
final class Signatures {
  private static final List<String> SUFFIXES = List.of(".1.asc", ".2.asc");

  /** A person whose signature counts: registered, with a pinned and available key. */
  private record Signatory(String id, String name, String role, String fingerprint, Path key) {}

  /** Whether a document counts, and the names of the people who signed it if it does. */
  record Judged(Document.Standing standing, List<String> signers) {}

  private final Path directory;
  private final SignatureCheck check;
  private final Map<String, Signatory> signatories;

  private Signatures(Path directory, SignatureCheck check, List<Signatory> signatories) {
    this.directory = directory;
    this.check = check;
    this.signatories =
        signatories.stream()
            .collect(Collectors.toMap(Signatory::fingerprint, who -> who, (one, two) -> one));
  }

  /**
   * Reads the signatories; a person whose fingerprint is not pinned or whose key file is missing is
   * left out.
   */
  static Signatures of(
      Path directory,
      SignatureCheck check,
      List<Documents.Raw> documents,
      Consumer<Problem> problems) {
    List<String> pinned = new ArrayList<>();
    for (JsonNode instance : Trees.of(DocumentKind.INSTANCE, documents)) {
      instance.path("signatories").forEach(item -> pinned.add(item.asString("")));
    }
    List<Signatory> signatories = new ArrayList<>();
    for (JsonNode register : Trees.of(DocumentKind.SIGNATORIES, documents)) {
      for (JsonNode entry : register.path("signatories")) {
        signatory(directory, entry).ifPresent(signatories::add);
      }
    }
    signatories.removeIf(who -> !isPinned(who, pinned, problems));
    if (signatories.size() < SUFFIXES.size()) {
      problems.accept(
          Problem.of(
              Problem.Code.NO_SIGNATORY,
              DocumentKind.SIGNATORIES.path(),
              "signatories",
              "two people whose signatures count",
              signatories.size() + ""));
    }
    return new Signatures(directory, check, signatories);
  }

  private static boolean isPinned(Signatory who, List<String> pinned, Consumer<Problem> problems) {
    boolean counts = pinned.contains(who.fingerprint());
    if (!counts) {
      problems.accept(
          Problem.of(
              Problem.Code.NOT_PINNED,
              DocumentKind.SIGNATORIES.path(),
              who.id(),
              "its fingerprint under signatories in countersign.yaml",
              "none"));
    }
    return counts;
  }

  private static Optional<Signatory> signatory(Path directory, JsonNode entry) {
    Path key = directory.resolve(entry.path("file").asString("")).normalize();
    if (!Files.isRegularFile(key)) {
      return Optional.empty();
    }
    return Optional.of(
        new Signatory(
            entry.path("signatory").asString(""),
            entry.path("name").asString(""),
            entry.path("role").asString(""),
            entry.path("fingerprint").asString(""),
            key));
  }

  /** Decides whether a document counts; reports the reason if it does not. */
  Judged judge(Documents.Raw document, Consumer<Problem> problems) {
    if (!document.kind().signed()) {
      return new Judged(Document.Standing.NEEDS_NONE, List.of());
    }
    List<Signatory> signers = new ArrayList<>();
    Optional<Problem> objection = Optional.empty();
    for (String suffix : SUFFIXES) {
      if (objection.isEmpty()) {
        objection = collect(document, document.path() + suffix, signers);
      }
    }
    objection = objection.or(() -> together(document, signers));
    objection.ifPresent(problems);
    return objection.isEmpty()
        ? new Judged(Document.Standing.ADOPTED, signers.stream().map(Signatory::name).toList())
        : new Judged(Document.Standing.NOT_ADOPTED, List.of());
  }

  private Optional<Problem> collect(
      Documents.Raw document, String signature, List<Signatory> signers) {
    Path file = directory.resolve(signature);
    if (!Files.isRegularFile(file)) {
      return objection(Problem.Code.UNSIGNED, document, signature, "no such file");
    }
    Optional<Signatory> signer = Optional.empty();
    try {
      List<Path> keys = signatories.values().stream().map(Signatory::key).toList();
      signer =
          check
              .signer(document.bytes(), Files.readAllBytes(file), keys)
              .map(fingerprint -> signatories.get(fingerprint));
    } catch (IOException e) {
      return objection(
          Problem.Code.SIGNATURE_DOES_NOT_HOLD,
          document,
          "a key or signature that can be read",
          e.getClass().getSimpleName());
    }
    signer.ifPresent(signers::add);
    return signer.isPresent()
        ? Optional.empty()
        : objection(
            Problem.Code.SIGNATURE_DOES_NOT_HOLD,
            document,
            "a registered person's signature in " + signature,
            "one that does not fit these bytes and keys");
  }

  private static Optional<Problem> together(Documents.Raw document, List<Signatory> signers) {
    if (signers.stream().map(Signatory::id).distinct().count() < SUFFIXES.size()) {
      return objection(
          Problem.Code.ONE_PERSON,
          document,
          "signatures of two people",
          "two by " + signers.get(0).id());
    }
    boolean counsel = signers.stream().anyMatch(who -> who.role().equals("COUNSEL"));
    return document.kind() == DocumentKind.POSTURE && !counsel
        ? objection(Problem.Code.NOT_COUNSEL, document, "one signature by COUNSEL", "none")
        : Optional.empty();
  }

  private static Optional<Problem> objection(
      Problem.Code code, Documents.Raw document, String expected, String found) {
    return Optional.of(Problem.of(code, document.path(), "", expected, found));
  }
}
