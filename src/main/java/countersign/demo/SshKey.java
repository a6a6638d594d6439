package countersign.demo;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A new Ed25519 SSH key pair.
 *
 * @param secret private key in OpenSSH format, without a passphrase
 * @param open public key as in {@code authorized_keys}: type, key, comment
 */
record SshKey(String secret, String open) {

  /** Generates a key pair. */
  static SshKey make(String comment) {
    try {
      KeyPair pair = KeyPair.genKeyPair(new JSch(), KeyPair.ED25519);
      ByteArrayOutputStream secret = new ByteArrayOutputStream();
      pair.writeOpenSSHv1PrivateKey(secret, null);
      ByteArrayOutputStream open = new ByteArrayOutputStream();
      pair.writePublicKey(open, comment);
      return new SshKey(
          secret.toString(StandardCharsets.UTF_8), open.toString(StandardCharsets.UTF_8).strip());
    } catch (JSchException e) {
      throw new IllegalStateException("No SSH key can be created", e);
    }
  }
}
