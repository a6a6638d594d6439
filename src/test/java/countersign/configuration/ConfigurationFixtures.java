package countersign.configuration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Copies of the shipped configuration that a test can edit: with two signatories and a posture, all
 * documents signed. A "signature" here is the signer's fingerprint and the hash of what was signed;
 * tests of the OpenPGP adapter use real ones.
 */
public final class ConfigurationFixtures {
  /** The project's own configuration. */
  public static final Path SHIPPED = Path.of("config");

  /**
   * Accepts the signatures of these fixtures, provided that the signer's key file is among those
   * given.
   */
  public static final SignatureCheck CHECK =
      (document, signature, keys) -> {
        String[] words = new String(signature, StandardCharsets.UTF_8).split(" ", -1);
        boolean known = false;
        for (Path key : keys) {
          known |= Files.readString(key, StandardCharsets.UTF_8).equals(words[0]);
        }
        return known && words[1].equals(sha256(document))
            ? Optional.of(words[0])
            : Optional.empty();
      };

  private static final ExpressionCheck EXPRESSIONS = expression -> List.of();
  private static final Map<String, String> PEOPLE =
      Map.of("ada", "A".repeat(40), "bob", "B".repeat(40), "eve", "E".repeat(40));
  private final Path directory;

  private ConfigurationFixtures(Path directory) {
    this.directory = directory;
  }

  /** The shipped configuration without changes. */
  public static ConfigurationFixtures shipped(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      for (Path file : files.toList()) {
        Path target = directory.resolve(SHIPPED.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    return new ConfigurationFixtures(directory);
  }

  /**
   * The shipped configuration signed by ada (counsel) and bob; eve is registered but not pinned.
   */
  public static ConfigurationFixtures signed(Path directory) throws IOException {
    ConfigurationFixtures world = shipped(directory);
    world.edit(
        "countersign.yaml",
        "signatories: []",
        "signatories: [%s, %s]".formatted(PEOPLE.get("ada"), PEOPLE.get("bob")));
    StringBuilder people = new StringBuilder("id: signatories\nsignatories:\n");
    for (String name : List.of("ada", "bob")) {
      people.append(
          "  - { signatory: %s, name: %s, role: %s, fingerprint: %s, file: keys/%s.asc }\n"
              .formatted(
                  name,
                  name,
                  name.equals("ada") ? "COUNSEL" : "PRIVACY_OFFICER",
                  PEOPLE.get(name),
                  name));
      world.write("keys/" + name + ".asc", PEOPLE.get(name));
    }
    world.write("registers/signatories.yaml", people.toString());
    world.write(
        "posture.yaml",
        """
        id: posture
        because: A test
        environment: T
        agreements: [irs-ice-2025]
        firstDay: 2026-01-01
        lastDay: 2027-12-31
        courtOrders: []
        """);
    world.edit("registers/safeguards.yaml", "reportAccepted: false", "reportAccepted: true");
    world.edit("registers/safeguards.yaml", "2025-04-07", "2027-12-31");
    world.signAll();
    return world;
  }

  /** Signs again every document that needs signatures. */
  public void signAll() throws IOException {
    for (String document :
        List.of(
            "agreements/irs-ice-2025.yaml",
            "registers/officials.yaml",
            "registers/delegations.yaml",
            "registers/officers.yaml",
            "registers/safeguards.yaml",
            "registers/enrolment.yaml",
            "policy/rules.yaml",
            "posture.yaml")) {
      sign(document, "ada", "bob");
    }
  }

  /** Signs one document as two people. */
  public void sign(String document, String first, String second) throws IOException {
    String hash = sha256(Files.readAllBytes(directory.resolve(document)));
    write(document + ".1.asc", PEOPLE.get(first) + " " + hash);
    write(document + ".2.asc", PEOPLE.get(second) + " " + hash);
  }

  /** Replaces a text, which must occur in the file. */
  public void edit(String document, String old, String replacement) throws IOException {
    String text = Files.readString(directory.resolve(document), StandardCharsets.UTF_8);
    if (!text.contains(old)) {
      throw new IllegalArgumentException(document + " does not contain " + old);
    }
    write(document, text.replace(old, replacement));
  }

  /** Writes a file. */
  public void write(String path, String text) throws IOException {
    Files.writeString(directory.resolve(path), text, StandardCharsets.UTF_8);
  }

  /** Deletes a file. */
  public void delete(String path) throws IOException {
    Files.delete(directory.resolve(path));
  }

  /** All problems and warnings except those about secrets that this machine does not have. */
  public List<String> findings() {
    return Configuration.load(directory, CHECK, EXPRESSIONS).all().stream()
        .filter(problem -> problem.code() != Problem.Code.MISSING_SECRET)
        .map(problem -> problem.code() + " " + problem.file() + " " + problem.path())
        .map(String::strip)
        .toList();
  }

  /** The problems that prevent the start. */
  public List<Problem> problems() {
    return Configuration.load(directory, CHECK, EXPRESSIONS) instanceof Configuration.Problems found
        ? found.problems()
        : List.of();
  }

  /** The configuration, which must be valid. */
  public Configuration configuration() {
    Configuration.Result result = Configuration.load(directory, CHECK, EXPRESSIONS);
    if (result instanceof Configuration.Loaded loaded) {
      return loaded.configuration();
    }
    throw new IllegalStateException(result.all().toString());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
