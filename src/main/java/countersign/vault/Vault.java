package countersign.vault;

import com.google.crypto.tink.Aead;
import countersign.vault.DataKey.Purpose;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Optional;

/**
 * The key hierarchy: a root key, kept outside the database, wraps data keys, kept inside it. A key
 * that is asked for and was never there is made, in the caller's transaction. Nothing is cached, so
 * a key destroyed anywhere is destroyed everywhere. Stateless, thread-safe.
 */
public final class Vault {
  private final Aead root;
  private final WrappedKeys keys;

  Vault(Aead root, WrappedKeys keys) {
    this.root = root;
    this.keys = keys;
  }

  /**
   * For sealed bytes and request rows of a file.
   *
   * @throws KeyDestroyed if it was destroyed by {@link #destroyFile}
   */
  public DataCipher file(String fileId) {
    return box(new DataKey(Purpose.FILE, fileId));
  }

  /**
   * For drafts, evidence, reasons and inner codes of a file.
   *
   * @throws KeyDestroyed if it was destroyed by {@link #destroyDraft}
   */
  public DataCipher draft(String fileId) {
    return box(new DataKey(Purpose.DRAFT, fileId));
  }

  /** For accounting entries: permanent. */
  public DataCipher accounting(String agency, int year) {
    return box(DataKey.yearly(Purpose.ACCOUNTING, agency, year));
  }

  /**
   * For values that are compared within one agency.
   *
   * @param year calendar year, UTC, of the file that brought the value
   * @param kind what the value is; the same value of two kinds has two hashes
   * @throws KeyDestroyed if it was destroyed by {@link #destroyIndex}
   */
  public KeyedHash index(String agency, int year, String kind) {
    DataKey key = DataKey.yearly(Purpose.INDEX, agency, year);
    return key(key, DataKeys::newMac, wrapped -> DataKeys.openMac(wrapped, root, key, kind));
  }

  /** An Ed25519 key pair for one signer, made when first asked for. */
  public KeyPair signing(String signer) {
    DataKey key = new DataKey(Purpose.SIGNING, signer);
    return key(key, DataKeys::newSigner, wrapped -> DataKeys.openSigner(wrapped, root, key));
  }

  /**
   * Destroys a file's key, in the caller's transaction: its bytes and rows cannot be read again.
   */
  public void destroyFile(String fileId) {
    keys.destroy(new DataKey(Purpose.FILE, fileId));
  }

  /** Destroys the key of a file's drafts, in the caller's transaction. */
  public void destroyDraft(String fileId) {
    keys.destroy(new DataKey(Purpose.DRAFT, fileId));
  }

  /** Destroys an agency's keyed hashes of a year: they compare with nothing any more. */
  public void destroyIndex(String agency, int year) {
    keys.destroy(DataKey.yearly(Purpose.INDEX, agency, year));
  }

  private DataCipher box(DataKey key) {
    return key(key, DataKeys::newAead, wrapped -> DataKeys.openAead(wrapped, root, key));
  }

  private <T> T key(DataKey key, Maker maker, Opener<T> opener) {
    try {
      Optional<WrappedKeys.Stored> found = keys.find(key);
      if (found.isEmpty()) {
        keys.add(key, maker.makeWrapped(root, key));
        // Another transaction may have been faster: the row counts, not what was made here.
        found = keys.find(key);
      }
      WrappedKeys.Stored stored = found.orElseThrow();
      if (stored.destroyedAt() != null) {
        throw new KeyDestroyed(key.name(), stored.destroyedAt());
      }
      if (stored.wrapped() == null) {
        throw new IllegalStateException(
            "Key %s has neither bytes nor an end".formatted(key.name()));
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
