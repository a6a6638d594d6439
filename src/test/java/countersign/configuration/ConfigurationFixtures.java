package countersign.configuration;

import countersign.crypto.Sha256;
import countersign.pgp.SignatureCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        return known && words[1].equals(Sha256.hex(document))
            ? Optional.of(words[0])
            : Optional.empty();
      };

  private static final ExpressionCheck EXPRESSIONS = expression -> List.of();
  private static final Map<String, String> PEOPLE =
      Map.of(
          "ada", "A".repeat(40),
          "bob", "B".repeat(40),
          "cyd", "C".repeat(40),
          "eve", "E".repeat(40),
          "mal", "D".repeat(40));

  /** Trusts the first version of the signatories that {@link #signed} writes: ada and bob. */
  public static final Trust TRUST =
      new Trust(CHECK, Sha256.hex(version(1, "ada", "bob").getBytes(StandardCharsets.UTF_8)));

  private final Path directory;
  private final Trust trust;

  private ConfigurationFixtures(Path directory, Trust trust) {
    this.directory = directory;
    this.trust = trust;
  }

  /** The shipped configuration without changes, bound to no signatories. */
  public static ConfigurationFixtures shipped(Path directory) throws IOException {
    return shipped(directory, new Trust(CHECK, null));
  }

  private static ConfigurationFixtures shipped(Path directory, Trust trust) throws IOException {
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
    return new ConfigurationFixtures(directory, trust);
  }

  /** The shipped configuration signed by ada (counsel) and bob, and bound to both. */
  public static ConfigurationFixtures signed(Path directory) throws IOException {
    ConfigurationFixtures world = shipped(directory, TRUST);
    for (Map.Entry<String, String> person : PEOPLE.entrySet()) {
      world.write("keys/" + person.getKey() + ".asc", person.getValue());
    }
    world.signatories(1, "ada", "bob");
    world.write(
        "posture.yaml",
        """
        id: posture
        because: A test
        serial: 1
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

  /** Writes a version of the signatories, which nobody has signed. */
  public void signatories(int serial, String... names) throws IOException {
    Files.createDirectories(directory.resolve("signatories"));
    write(versionFile(serial), version(serial, names));
  }

  /** The file of a version of the signatories. */
  public static String versionFile(int serial) {
    return "signatories/signatories-%d.yaml".formatted(serial);
  }

  private static String version(int serial, String... names) {
    StringBuilder people =
        new StringBuilder(
            "id: signatories-%d%nbecause: A test%nserial: %d%nsignatories:%n"
                .formatted(serial, serial));
    for (String name : names) {
      people.append(
          "  - { signatory: %s, name: %s, role: %s, fingerprint: %s, file: keys/%s.asc }\n"
              .formatted(
                  name,
                  name,
                  name.equals("ada") ? "COUNSEL" : "PRIVACY_OFFICER",
                  PEOPLE.get(name),
                  name));
    }
    return people.toString();
  }

  /** Signs again every document that needs signatures. */
  public void signAll() throws IOException {
    signAll("ada", "bob");
  }

  /** Signs every document that needs signatures as two people. */
  public void signAll(String first, String second) throws IOException {
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
      sign(document, first, second);
    }
  }

  /** Signs one document as two people. */
  public void sign(String document, String first, String second) throws IOException {
    String hash = Sha256.hex(Files.readAllBytes(directory.resolve(document)));
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
    return Configuration.load(directory, trust, EXPRESSIONS).all().stream()
        .filter(problem -> problem.code() != Problem.Code.MISSING_SECRET)
        .map(problem -> problem.code() + " " + problem.file() + " " + problem.path())
        .map(String::strip)
        .toList();
  }

  /** The problems that prevent the start. */
  public List<Problem> problems() {
    return Configuration.load(directory, trust, EXPRESSIONS) instanceof Configuration.Problems found
        ? found.problems()
        : List.of();
  }

  /** The configuration, which must be valid. */
  public Configuration configuration() {
    Configuration.Result result = Configuration.load(directory, trust, EXPRESSIONS);
    if (result instanceof Configuration.Loaded loaded) {
      return loaded.configuration();
    }
    throw new IllegalStateException(result.all().toString());
  }
}
