package countersign.vault;

import java.util.Locale;

/**
 * Identifies a data key.
 *
 * @param purpose what the key protects
 * @param owner the file, the agency and year, or the signer to which the key belongs
 */
record DataKey(Purpose purpose, String owner) {

  /** What a data key protects. The database uses the same names. */
  enum Purpose {
    /**
     * Sealed bytes and request rows of a file; destroyed by schedule after the file is answered.
     */
    FILE,
    /** Drafts, evidence and internal reasons of a file; destroyed after disposition. */
    DRAFT,
    /** Accounting entries of an agency and year; permanent. */
    ACCOUNTING,
    /** Keyed hashes of an agency and year; destroyed together with that year. */
    INDEX,
    SIGNING
  }

  DataKey {
    if (owner.isBlank()) {
      throw new IllegalArgumentException("A data key needs an owner");
    }
  }

  static DataKey yearly(Purpose purpose, String agency, int year) {
    return new DataKey(purpose, agency + "/" + year);
  }

  String name() {
    return purpose.name().toLowerCase(Locale.ROOT) + "/" + owner;
  }

  /** The database cell to which the wrapped key is bound. */
  AssociatedData associatedData() {
    return new AssociatedData("vault_key", name(), "wrapped");
  }
}
