package countersign.partnertool;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The host key of a server, as {@code known_hosts} has it: type, blank, Base64. */
final class HostKey {
  private HostKey() {}

  /**
   * Accepts this key of the server, and no other.
   *
   * @throws IOException if it is not a public key
   */
  static void trust(JSch ssh, String hostKey) throws IOException {
    String[] words = hostKey.strip().split("\\s+", -1);
    if (words.length < 2 || !isPublicKey(words[0], words[1])) {
      throw new IOException(
          "The host key is not a public key; write type and Base64: ssh-ed25519 AAAA...");
    }
    String line = "%s %s %s\n".formatted(SftpFolder.SERVER, words[0], words[1]);
    try {
      ssh.setKnownHosts(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
    } catch (JSchException e) {
      throw new IOException("The host key cannot be used: " + e.getMessage(), e);
    }
  }

  /** A public key is the name of its type and at least one number, each after its length. */
  private static boolean isPublicKey(String type, String base64) {
    try {
      ByteBuffer key = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
      List<byte[]> parts = new ArrayList<>();
      while (key.hasRemaining()) {
        int length = key.getInt();
        if (length < 0 || length > key.remaining()) {
          return false;
        }
        byte[] part = new byte[length];
        key.get(part);
        parts.add(part);
      }
      return parts.size() > 1
          && Arrays.equals(parts.get(0), type.getBytes(StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      return false;
    }
  }
}
