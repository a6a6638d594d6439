package countersign.partnertool;

import countersign.pgp.Certificate;
import countersign.pgp.DetachedSignatures;
import countersign.pgp.SecretKey;
import countersign.pgp.SignatureCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the OpenPGP keys that a command line names and describes an invalid file in one sentence.
 */
public final class KeyFiles {
  private KeyFiles() {}

  /** Checks signatures of configuration documents without a running gateway. */
  public static SignatureCheck signatures(Clock clock) {
    return (document, signature, keys) ->
        DetachedSignatures.signer(document, signature, keys, clock.instant());
  }

  /**
   * Reads a secret key.
   *
   * @param passphrase file with the passphrase, which is trimmed; null if the key has none
   * @throws IOException if the file is not a secret key, or the passphrase is wrong
   */
  public static SecretKey secret(Path file, @Nullable Path passphrase) throws IOException {
    char[] secret =
        passphrase == null
            ? null
            : Files.readString(passphrase, StandardCharsets.UTF_8).strip().toCharArray();
    try (InputStream in = Files.newInputStream(file)) {
      return SecretKey.parse(in, secret);
    } catch (NoSuchFileException missing) {
      throw missing;
    } catch (IOException e) {
      throw new IOException(
          "%s is not a secret OpenPGP key that can be used%s. Name your own secret key, armoured or binary%s."
              .formatted(
                  file,
                  secret == null
                      ? " without a passphrase"
                      : " with the passphrase in " + passphrase,
                  secret == null
                      ? ", and the file with its passphrase with --passphrase-file"
                      : ""),
          e);
    }
  }

  /**
   * Reads public keys.
   *
   * @throws IOException if the file contains none, or anything else
   */
  public static List<Certificate> certificates(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Certificate.parse(in);
    } catch (NoSuchFileException missing) {
      throw missing;
    } catch (IOException e) {
      throw new IOException(
          "%s is not a public OpenPGP key. Name the public key of the gateway, armoured or binary."
              .formatted(file),
          e);
    }
  }
}
