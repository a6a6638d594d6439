package countersign.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Set;

/**
 * The root key, stored in a keyset file that only the gateway's user may read. If a key management
 * service is available, its {@link Aead} replaces this file.
 */
public final class RootKeyFile {
  private static final Set<PosixFilePermission> OURS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private RootKeyFile() {}

  /**
   * Creates a root key for a gateway that is started later.
   *
   * @throws UncheckedIOException if the file exists or cannot be written
   */
  public static void make(Path file) {
    create(file);
  }

  /**
   * Creates a root key and writes it to the file with mode 0600, synced to disk.
   *
   * @throws UncheckedIOException if the file exists or cannot be written
   */
  static Aead create(Path file) {
    try {
      KeysetHandle handle = DataKeys.newRoot();
      String json =
          TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
      Set<StandardOpenOption> options =
          EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      try (FileChannel channel =
          FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(OURS))) {
        ByteBuffer bytes = ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      return DataKeys.aead(handle);
    } catch (IOException cause) {
      throw new UncheckedIOException(
          "ROOT_KEY  Root keyset %s cannot be created.".formatted(file), cause);
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("ROOT_KEY  No root key can be created.", cause);
    }
  }

  /**
   * Reads the root key.
   *
   * @throws IllegalStateException if other users may read the file, or it is not a keyset
   * @throws UncheckedIOException if the file cannot be read
   */
  static Aead load(Path file) {
    try {
      Set<PosixFilePermission> found = Files.getPosixFilePermissions(file);
      if (!OURS.containsAll(found)) {
        throw new IllegalStateException(
            "ROOT_KEY  Root keyset %s is accessible to other accounts: expected %s, found %s. Set its mode to 0600, and find out who has read it."
                .formatted(
                    file,
                    PosixFilePermissions.toString(OURS),
                    PosixFilePermissions.toString(found)));
      }
      return DataKeys.aead(
          TinkJsonProtoKeysetFormat.parseKeyset(
              Files.readString(file), InsecureSecretKeyAccess.get()));
    } catch (IOException cause) {
      throw new UncheckedIOException(
          "ROOT_KEY  Root keyset %s cannot be read.".formatted(file), cause);
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException(
          "ROOT_KEY  Root keyset %s is not a Tink keyset in JSON.".formatted(file), cause);
    }
  }
}
