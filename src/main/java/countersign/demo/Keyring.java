package countersign.demo;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import countersign.pgp.KeyMaker;
import countersign.pgp.SecretKey;
import countersign.vault.RootKeyFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Every key of the demo world, created at the first start: keys of the gateway, the agency, the
 * officers and the signatories, and SSH keys.
 */
final class Keyring {
  private static final Duration VALIDITY = Duration.ofDays(730);

  private final Path home;
  private final Instant now;

  /**
   * Creates a key ring whose keys are below this folder.
   *
   * @param home {@code var/demo}
   * @param now creation time of missing keys
   */
  Keyring(Path home, Instant now) {
    this.home = home;
    this.now = now;
  }

  /** The gateway's own key; its public half is in {@code gateway.pub.asc}. */
  SecretKey gateway() throws IOException {
    SecretKey key = kept(home.resolve("secrets/gateway.sec.asc"), "Countersign demo gateway");
    publish(key, home.resolve("gateway.pub.asc"));
    return key;
  }

  /** File with the gateway's secret key. */
  Path gatewayFile() {
    return home.resolve("secrets/gateway.sec.asc");
  }

  /** Creates the root keyset of a new world, if nobody did. */
  void root() {
    Path file = home.resolve("secrets/root.keyset");
    if (!Files.exists(file)) {
      RootKeyFile.make(file);
    }
  }

  /** The agency's key, which is also that of HOA-001. */
  SecretKey agency() throws IOException {
    return kept(home.resolve("partner/agency.sec.asc"), "DHS-ICE demo agency HOA-001");
  }

  /** An officer's key. */
  SecretKey officer(String officerId) throws IOException {
    return kept(home.resolve("officers/" + officerId + ".sec.asc"), "Demo officer " + officerId);
  }

  /** The key of a person whose signature makes a configuration document count. */
  SecretKey signatory(String id) throws IOException {
    return kept(home.resolve("secrets/signatories/" + id + ".sec.asc"), "Demo signatory " + id);
  }

  /**
   * An Ed25519 SSH key pair in OpenSSH format; the public half is in the file with the suffix
   * {@code .pub}.
   */
  Path ssh(String name) throws IOException {
    Path file = home.resolve(name);
    if (!Files.exists(file)) {
      try {
        KeyPair pair = KeyPair.genKeyPair(new JSch(), KeyPair.ED25519);
        ByteArrayOutputStream secret = new ByteArrayOutputStream();
        pair.writeOpenSSHv1PrivateKey(secret, null);
        ByteArrayOutputStream open = new ByteArrayOutputStream();
        pair.writePublicKey(open, "countersign-demo");
        DemoSecrets.write(Path.of(file + ".pub"), open.toString(StandardCharsets.UTF_8));
        DemoSecrets.write(file, secret.toString(StandardCharsets.UTF_8));
      } catch (JSchException e) {
        throw new IOException("No SSH key could be made for " + name, e);
      }
    }
    return file;
  }

  /** The public half as in {@code authorized_keys}: type, key, comment. */
  String sshPublic(String name) throws IOException {
    ssh(name);
    return Files.readString(Path.of(home.resolve(name) + ".pub"), StandardCharsets.UTF_8).strip();
  }

  private SecretKey kept(Path file, String userId) throws IOException {
    if (!Files.exists(file)) {
      DemoSecrets.write(file, KeyMaker.make(userId, now, VALIDITY).armoured());
    }
    byte[] bytes = Files.readAllBytes(file);
    try {
      return SecretKey.parse(new ByteArrayInputStream(bytes), null);
    } catch (IOException e) {
      throw new IOException(
          "%s is not the secret key that the demo made. Restore it, or delete %s for a new demo."
              .formatted(file, home),
          e);
    }
  }

  /** Writes the public half so that others can read it. */
  static void publish(SecretKey key, Path file) throws IOException {
    if (!Files.exists(file)) {
      DemoSecrets.write(file, new String(key.certificate().armoured(), StandardCharsets.US_ASCII));
    }
  }
}
