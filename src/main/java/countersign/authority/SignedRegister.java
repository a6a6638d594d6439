package countersign.authority;

import countersign.configuration.Configuration;
import countersign.configuration.Document;
import countersign.configuration.DocumentKind;
import countersign.crypto.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The enrolment register with the two signatures below it, as text, so that somebody elsewhere can
 * check who approved. Immutable.
 *
 * @param document text of the register
 * @param signatures two detached OpenPGP signatures
 */
public record SignedRegister(String document, List<String> signatures) {
  /** Copies the list. */
  public SignedRegister {
    signatures = List.copyOf(signatures);
  }

  /**
   * The register in force.
   *
   * @param directory from which the configuration was read
   * @return empty if no register counts, or its file is no longer the one that was read
   * @throws UncheckedIOException if a file cannot be read
   */
  static Optional<SignedRegister> of(Path directory, Configuration configuration) {
    Path file = directory.resolve(DocumentKind.ENROLMENT.path());
    Optional<String> adopted =
        configuration.documents(DocumentKind.ENROLMENT).stream()
            .filter(Document::counts)
            .map(Document::sha256)
            .findFirst();
    if (adopted.isEmpty()) {
      return Optional.empty();
    }
    try {
      SignedRegister found =
          new SignedRegister(
              Files.readString(file),
              List.of(
                  Files.readString(Path.of(file + ".1.asc")),
                  Files.readString(Path.of(file + ".2.asc"))));
      return Sha256.hex(found.document()).equals(adopted.get())
          ? Optional.of(found)
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The enrolment register cannot be read", e);
    }
  }
}
