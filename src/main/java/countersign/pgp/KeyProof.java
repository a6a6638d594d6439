package countersign.pgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a key file contains the certificate with the pinned fingerprint, and that the key may
 * sign or encrypt at a given moment. If not, it reports every reason. Stateless.
 */
public final class KeyProof {

  private KeyProof() {}

  /** What a certificate is pinned for. */
  public enum Office {
    /** Its signatures are accepted. */
    SIGN,
    /** Files are encrypted to it. */
    RECEIVE
  }

  /** What is wrong with a key file. */
  public enum Fault {
    /** The file holds no public OpenPGP key. */
    NOT_A_KEY,
    /** The file holds a secret key. */
    SECRET_KEY,
    /** The file holds further keys besides the pinned one and its designated revokers. */
    SEVERAL_KEYS,
    /** No key in the file has the pinned fingerprint. */
    WRONG_FINGERPRINT,
    /** No part of the key could do its office at any time. */
    KEY_UNFIT,
    /** The key, or the part of it that does the office, is revoked. */
    KEY_REVOKED,
    /** The key, or the part of it that does the office, is out of date. */
    KEY_EXPIRED,
    /** The key does its office from a later moment on. */
    KEY_NOT_YET_VALID,
    /** The key does its office now, but not for 30 days more. */
    KEY_ENDS_SOON,
    /** The key carries a revocation by its designated revoker, whose key is not at hand. */
    REVOCATION_UNPROVEN
  }

  /**
   * One reason.
   *
   * @param found what the file contains, without its content
   */
  public record Finding(Fault fault, String found) {}

  /**
   * Proves one key file.
   *
   * @param fingerprint fingerprint of the pinned primary key
   * @return empty if the certificate can do its office for 30 days more
   * @throws IOException if the file cannot be read
   */
  public static List<Finding> of(Path file, String fingerprint, Office office, Instant now)
      throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readAllBytes();
    }
    List<Certificate> certificates;
    try {
      certificates = Certificate.parse(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      boolean secret = e.getCause() instanceof CertificatePackets.SecretKeyFound;
      return List.of(
          secret
              ? new Finding(Fault.SECRET_KEY, "a secret key")
              : new Finding(Fault.NOT_A_KEY, kind(bytes)));
    }
    Optional<Certificate> pinned =
        certificates.stream()
            .filter(one -> one.fingerprint().equalsIgnoreCase(fingerprint))
            .findFirst();
    List<Finding> found = new ArrayList<>();
    several(certificates, pinned).ifPresent(found::add);
    pinned.ifPresentOrElse(
        certificate -> found.addAll(KeyFitness.of(certificate, office, now)),
        () -> found.add(new Finding(Fault.WRONG_FINGERPRINT, fingerprints(certificates))));
    return List.copyOf(found);
  }

  /**
   * Proves the gateway's own secret key.
   *
   * @param passphrase null if it has none
   * @return why it cannot be used now; empty if it can
   */
  public static Optional<String> own(Path file, @Nullable String passphrase, Instant now) {
    try (InputStream in = Files.newInputStream(file)) {
      char[] secret = passphrase == null ? null : passphrase.toCharArray();
      return SecretKey.parse(in, secret).unfitAsGateway(now);
    } catch (IOException e) {
      return Optional.of("it is not a secret key of version 4, or its passphrase is wrong");
    }
  }

  /**
   * Finds the fingerprint of the gateway's own key.
   *
   * @param passphrase null if it has none
   * @return empty if the file cannot be read as a secret key
   */
  public static Optional<String> ownFingerprint(Path file, @Nullable String passphrase) {
    try (InputStream in = Files.newInputStream(file)) {
      char[] secret = passphrase == null ? null : passphrase.toCharArray();
      return Optional.of(SecretKey.parse(in, secret).fingerprint());
    } catch (IOException e) {
      return Optional.empty(); // own() says why
    }
  }

  private static String kind(byte[] bytes) {
    if (bytes.length == 0) {
      return "an empty file";
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    boolean readable = text.chars().allMatch(c -> c >= ' ' || Character.isWhitespace(c));
    return readable && !text.contains("-----BEGIN PGP PUBLIC KEY BLOCK-----")
        ? "a text of %d bytes".formatted(bytes.length)
        : "%d bytes that are no complete public key of version 4".formatted(bytes.length);
  }

  private static Optional<Finding> several(
      List<Certificate> certificates, Optional<Certificate> pinned) {
    List<Certificate> further =
        certificates.stream()
            .filter(one -> pinned.filter(own -> own == one || own.isRevocableBy(one)).isEmpty())
            .toList();
    int most = pinned.isPresent() ? 0 : 1;
    return further.size() > most
        ? Optional.of(
            new Finding(
                Fault.SEVERAL_KEYS,
                "%d keys: %s".formatted(certificates.size(), fingerprints(certificates))))
        : Optional.empty();
  }

  private static String fingerprints(List<Certificate> certificates) {
    return certificates.stream().map(Certificate::fingerprint).collect(Collectors.joining(", "));
  }
}
