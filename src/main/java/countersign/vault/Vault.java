package countersign.vault;

import com.google.crypto.tink.Aead;
import countersign.vault.DataKey.Purpose;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Optional;

/**
 * The key hierarchy: a root key, kept outside the database, wraps data keys, kept inside it. The
 * first use of a data key creates it in the caller's transaction. Keys are never cached, so
 * destroying a key takes effect everywhere at once. Stateless, thread-safe.
 */
public final class Vault {
  private final Aead root;
  private final WrappedKeys keys;

  Vault(Aead root, WrappedKeys keys) {
    this.root = root;
    this.keys = keys;
  }

  /**
   * Cipher for sealed bytes and request rows of a file.
   *
   * @throws KeyDestroyed if the key was destroyed by {@link #destroyFile}
   */
  public DataCipher file(String fileId) {
    return cipher(new DataKey(Purpose.FILE, fileId));
  }

  /**
   * Cipher for drafts, evidence, reasons and internal codes of a file.
   *
   * @throws KeyDestroyed if the key was destroyed by {@link #destroyDraft}
   */
  public DataCipher draft(String fileId) {
    return cipher(new DataKey(Purpose.DRAFT, fileId));
  }

  /** Cipher for accounting entries; its key is permanent. */
  public DataCipher accounting(String agency, int year) {
    return cipher(DataKey.yearly(Purpose.ACCOUNTING, agency, year));
  }

  /**
   * Keyed hash for values that are compared within one agency.
   *
   * @param year calendar year, UTC, of the file that contains the value
   * @param kind what the value is; the same value of two kinds has two hashes
   * @throws KeyDestroyed if the key was destroyed by {@link #destroyIndex}
   */
  public KeyedHash index(String agency, int year, String kind) {
    DataKey key = DataKey.yearly(Purpose.INDEX, agency, year);
    return key(key, DataKeys::newMac, wrapped -> DataKeys.openMac(wrapped, root, key, kind));
  }

  /** Ed25519 key pair of one signer; the first call creates it. */
  public KeyPair signing(String signer) {
    DataKey key = new DataKey(Purpose.SIGNING, signer);
    return key(key, DataKeys::newSigner, wrapped -> DataKeys.openSigner(wrapped, root, key));
  }

  /**
   * Destroys a file's key, in the caller's transaction; the file's bytes and rows can never be
   * decrypted again. The database refuses this until the file is answered and its retention time is
   * over.
   */
  public void destroyFile(String fileId) {
    keys.destroy(new DataKey(Purpose.FILE, fileId));
  }

  /**
   * Destroys the key of a file's drafts, in the caller's transaction. The database refuses this
   * until the file is answered and its retention time is over.
   */
  public void destroyDraft(String fileId) {
    keys.destroy(new DataKey(Purpose.DRAFT, fileId));
  }

  /**
   * Destroys the key of an agency's keyed hashes of a year, in the caller's transaction; the hashes
   * can no longer be compared with new values.
   */
  public void destroyIndex(String agency, int year) {
    keys.destroy(DataKey.yearly(Purpose.INDEX, agency, year));
  }

  private DataCipher cipher(DataKey key) {
    return key(key, DataKeys::newAead, wrapped -> DataKeys.openAead(wrapped, root, key));
  }

  private <T> T key(DataKey key, Maker maker, Opener<T> opener) {
    try {
      Optional<WrappedKeys.StoredKey> found = keys.find(key);
      if (found.isEmpty()) {
        keys.add(key, maker.makeWrapped(root, key));
        // Another transaction may have created the key first: use the stored row, not the key made
        // here.
        found = keys.find(key);
      }
      WrappedKeys.StoredKey stored = found.orElseThrow();
      if (stored.destroyedAt() != null) {
        throw new KeyDestroyed(key.name(), stored.destroyedAt());
      }
      if (stored.wrapped() == null) {
        throw new IllegalStateException(
            "Key %s has neither wrapped bytes nor a time of destruction".formatted(key.name()));
      }
      return opener.open(stored.wrapped());
    } catch (GeneralSecurityException cause) {
      throw new SealBroken(
          "ROOT_KEY  Key %s cannot be decrypted: its bytes were changed, or another root key encrypted it. Start with the root keyset of this database."
              .formatted(key.name()),
          cause);
    }
  }

  private interface Maker {
    byte[] makeWrapped(Aead root, DataKey key) throws GeneralSecurityException;
  }

  private interface Opener<T> {
    T open(byte[] wrapped) throws GeneralSecurityException;
  }
}
