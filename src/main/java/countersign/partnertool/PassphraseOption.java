package countersign.partnertool;

import countersign.pgp.SecretKey;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Names the file with the passphrase of the secret key that another option names. */
public final class PassphraseOption {
  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "file with the passphrase of your secret key")
  private @Nullable Path file;

  /**
   * Reads a secret key and opens it with the passphrase, if one is named.
   *
   * @throws IOException if the file is not a secret key, or the passphrase is wrong
   */
  public SecretKey secret(Path key) throws IOException {
    return KeyFiles.secret(key, file);
  }
}
