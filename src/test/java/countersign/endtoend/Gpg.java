package countersign.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** GnuPG with a home directory of its own; a partner needs no other OpenPGP program. */
final class Gpg implements AutoCloseable {
  private final Path home;

  Gpg(Path home) throws IOException {
    this.home =
        Files.createDirectories(
            home,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  void imports(Path key) {
    gpg("--import", key.toString());
  }

  /** Signs with the agency's key and encrypts to the gateway's. */
  void seals(Path plain, Path sealed, String signer, String recipient) {
    gpg(
        "--trust-model",
        "always",
        "--local-user",
        signer,
        "--recipient",
        recipient,
        "--sign",
        "--encrypt",
        "--output",
        sealed.toString(),
        plain.toString());
  }

  /** Decrypts a file and asserts that its signature is good. */
  String opens(Path sealed) throws IOException {
    Path plain = Files.createTempFile(home, "opened", ".txt");
    Files.delete(plain);
    String status =
        gpg(
            "--trust-model",
            "always",
            "--status-fd",
            "1",
            "--output",
            plain.toString(),
            "--decrypt",
            sealed.toString());
    if (!status.contains("GOODSIG")) {
      throw new IllegalStateException("gpg saw no good signature: " + status);
    }
    return Files.readString(plain, StandardCharsets.UTF_8);
  }

  /** Decrypts every file of a folder beside itself, without the last part of its name. */
  void opensAll(Path folder) throws IOException {
    List<String> command = new ArrayList<>(List.of("--trust-model", "always"));
    command.addAll(List.of("--status-fd", "1", "--multifile", "--decrypt"));
    int before = command.size();
    try (var files = Files.list(folder)) {
      files.map(Path::toString).sorted().forEach(command::add);
    }
    String status = gpg(command.toArray(String[]::new));
    long good = status.lines().filter(line -> line.startsWith("[GNUPG:] GOODSIG")).count();
    if (good != command.size() - before) {
      throw new IllegalStateException("gpg saw a bad signature: " + status);
    }
  }

  /** Output of gpg for a file with these arguments. */
  byte[] makes(Path plain, String... arguments) throws IOException {
    Path made = Files.createTempFile(home, "made", ".pgp");
    List<String> all = new ArrayList<>(List.of("--trust-model", "always"));
    all.addAll(List.of("--output", made.toString()));
    all.addAll(List.of(arguments));
    all.add(plain.toString());
    gpg(all.toArray(String[]::new));
    return Files.readAllBytes(made);
  }

  /**
   * Creates an Ed25519 signing key that was created at this time and expired after this number of
   * days.
   */
  void makesKey(String userId, Instant then, int days) {
    gpg(
        "--passphrase",
        "",
        "--faked-system-time",
        String.valueOf(then.getEpochSecond()),
        "--quick-generate-key",
        userId,
        "ed25519",
        "sign",
        days + "d");
  }

  /** A secret key with a passphrase, as exported by {@code gpg}. */
  Path lockedKey(String userId, String passphrase) throws IOException {
    gpg(
        "--pinentry-mode",
        "loopback",
        "--passphrase",
        passphrase,
        "--quick-generate-key",
        userId,
        "ed25519",
        "sign",
        "1y");
    Path key = home.resolve("locked.sec.asc");
    gpg(
        "--pinentry-mode",
        "loopback",
        "--passphrase",
        passphrase,
        "--armor",
        "--output",
        key.toString(),
        "--export-secret-keys",
        userId);
    return key;
  }

  /** Removes the expiry date in this home directory only. */
  void neverExpires(String fingerprint) {
    gpg("--quick-set-expire", fingerprint, "0");
  }

  /** The armoured public key. */
  String exports(String userId) {
    return gpg("--armor", "--export", userId);
  }

  /** The fingerprint of the primary key in a file. */
  static String fingerprintOf(Path key) {
    return OpenSshServer.run("gpg", "--with-colons", "--show-keys", key.toString())
        .lines()
        .filter(line -> line.startsWith("fpr:"))
        .findFirst()
        .orElseThrow()
        .split(":", -1)[9];
  }

  private String gpg(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of("gpg", "--homedir", home.toString(), "--batch", "--yes", "--quiet"));
    command.addAll(List.of(arguments));
    return OpenSshServer.run(command.toArray(String[]::new));
  }

  @Override
  public void close() {
    OpenSshServer.run("gpgconf", "--homedir", home.toString(), "--kill", "all");
  }
}
