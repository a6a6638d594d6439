package countersign.pgp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** GnuPG with its own key ring and a clock that the test sets. */
final class Gnupg implements AutoCloseable {
  private final Path home;

  Gnupg(Path home) throws IOException {
    this.home = home;
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
  }

  /** Generates a primary key that is one minute old at {@link Envelopes#NOW}. */
  void key(String name, String algorithm, String use, String expires) {
    at(Envelopes.NOW.minusSeconds(60))
        .run("--quick-gen-key", name + " <" + name + "@example.invalid>", algorithm, use, expires);
  }

  /** Adds a subkey. */
  void addKey(String name, String algorithm, String use) throws IOException {
    at(Envelopes.NOW.minusSeconds(30))
        .run("--quick-add-key", exported(name).fingerprint(), algorithm, use, "never");
  }

  /** Exports the current public key. */
  Certificate exported(String name) throws IOException {
    Path file = home.resolve("export.asc");
    at(Envelopes.NOW).run("--yes", "--armor", "-o", file, "--export", name + "@example.invalid");
    return Envelopes.certificate(Files.readAllBytes(file));
  }

  /** Exports a key with its secret part. */
  SecretKey exportedSecret(String name) throws IOException {
    Path file = home.resolve("export.asc");
    at(Envelopes.NOW).run("--yes", "--armor", "-o", file, "--export-secret-keys", name);
    return Envelopes.secret(Files.readAllBytes(file));
  }

  /** Signs and encrypts the content that all tests use. */
  byte[] sealed(String signer, Object... options) throws IOException {
    Path plain = Files.write(home.resolve("plain"), Envelopes.CONTENT);
    Path sealed = home.resolve("sealed.pgp");
    List<Object> all = new ArrayList<>(List.of(options));
    all.addAll(0, List.of("--yes", "-o", sealed, "--sign", "--encrypt", "-u", signer));
    all.add(plain);
    at(Envelopes.NOW).run(all.toArray());
    return Files.readAllBytes(sealed);
  }

  /** Returns the program with its clock set to this moment. */
  ForeignProgram at(Instant moment) {
    return at(moment, "");
  }

  ForeignProgram at(Instant moment, String passphrase) {
    String clock =
        DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .format(moment);
    return new ForeignProgram(
        "gpg",
        "gnupg",
        "--homedir",
        home.toString(),
        "--batch",
        "--pinentry-mode",
        "loopback",
        "--passphrase",
        passphrase,
        "--trust-model",
        "always",
        "--faked-system-time",
        clock);
  }

  /** Stops the agent of this home directory. */
  @Override
  public void close() {
    new ForeignProgram("gpgconf", "gpgconf", "--homedir", home.toString()).run("--kill", "all");
  }
}
