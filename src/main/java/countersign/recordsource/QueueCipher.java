package countersign.recordsource;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what travels on a queue as compact JWE (RFC 7516) with a shared key of 256 bits: {@code
 * alg} is {@code dir}, {@code enc} is {@code A256GCM}. The type of the document is part of what the
 * key protects, so that a request cannot be taken for a reply.
 */
public final class QueueCipher {
  private static final int KEY_BYTES = 32;
  private static final JOSEObjectType REQUEST = new JOSEObjectType("find-addresses-request");
  private static final JOSEObjectType REPLY = new JOSEObjectType("find-addresses-reply");

  private final SecretKey key;
  private final String keyId;

  /**
   * A cipher.
   *
   * @param keyFile file with the Base64 text of 32 random bytes
   * @param keyId name of the key, which both sides know
   * @throws IllegalStateException if the file holds no such key
   */
  public QueueCipher(Path keyFile, String keyId) {
    this.keyId = keyId;
    this.key = new SecretKeySpec(bytes(keyFile), "AES");
  }

  private static byte[] bytes(Path file) {
    try {
      byte[] bytes =
          Base64.getDecoder().decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
      if (bytes.length == KEY_BYTES) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      throw unfit(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The key %s cannot be read".formatted(file), e);
    }
    throw unfit(file);
  }

  private static IllegalStateException unfit(Path file) {
    return new IllegalStateException(
        "The key %s is not the Base64 text of 32 random bytes; openssl rand -base64 32 makes one"
            .formatted(file));
  }

  /** The text that goes into the queue. */
  public String encrypted(byte[] request) {
    JWEObject sealed =
        new JWEObject(
            new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .type(REQUEST)
                .keyID(keyId)
                .build(),
            new Payload(request));
    try {
      sealed.encrypt(new DirectEncrypter(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("The key of the record source's queue does not encrypt", e);
    }
    return sealed.serialize();
  }

  /**
   * The reply in a text from the queue.
   *
   * @throws countersign.request.Unavailable if it is not encrypted under this key
   */
  public byte[] decrypted(String reply) {
    try {
      JWEObject sealed = JWEObject.parse(reply);
      JWEHeader header = sealed.getHeader();
      boolean ours =
          JWEAlgorithm.DIR.equals(header.getAlgorithm())
              && EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
              && REPLY.equals(header.getType())
              && keyId.equals(header.getKeyID())
              && header.getCompressionAlgorithm() == null;
      if (!ours) {
        throw RefusedReply.because("another algorithm, key or type in the header of the JWE");
      }
      sealed.decrypt(new DirectDecrypter(key));
      return sealed.getPayload().toBytes();
    } catch (ParseException | JOSEException quotesTheReply) {
      throw RefusedReply.because("not encrypted under the configured key");
    }
  }
}
