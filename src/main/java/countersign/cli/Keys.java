package countersign.cli;

import countersign.configuration.SignatureCheck;
import countersign.pgp.Certificate;
import countersign.pgp.DetachedSignatures;
import countersign.pgp.SecretKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** OpenPGP keys that a command line names, and in a sentence what is wrong with a file. */
final class Keys {
  private Keys() {}

  /** Who signed a document of the configuration, without a running gateway. */
  static SignatureCheck signatures(Clock clock) {
    return (document, signature, keys) ->
        DetachedSignatures.signer(document, signature, keys, clock.instant());
  }

  /**
   * A secret key.
   *
   * @param passphrase file whose content, without blanks around it, opens the key; null: it is open
   * @throws IOException if the file is no secret key, or the passphrase is another one
   */
  static SecretKey secret(Path file, @Nullable Path passphrase) throws IOException {
    char[] word =
        passphrase == null
            ? null
            : Files.readString(passphrase, StandardCharsets.UTF_8).strip().toCharArray();
    try (InputStream in = Files.newInputStream(file)) {
      return SecretKey.parse(in, word);
    } catch (NoSuchFileException missing) {
      throw missing;
    } catch (IOException e) {
      throw new IOException(
          "%s is not a secret OpenPGP key that can be used%s. Name your own secret key, armoured or binary%s."
              .formatted(
                  file,
                  word == null ? " without a passphrase" : " with the passphrase in " + passphrase,
                  word == null ? ", and the file with its passphrase with --passphrase-file" : ""),
          e);
    }
  }

  /**
   * Public keys.
   *
   * @throws IOException if the file holds none, or anything else
   */
  static List<Certificate> certificates(Path file) throws IOException {
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
