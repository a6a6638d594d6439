package countersign.vault;

import java.util.Locale;

/**
 * Names a data key.
 *
 * @param purpose what it is for
 * @param owner the file, the agency and year, or the signer it belongs to
 */
record DataKey(Purpose purpose, String owner) {

  /** What data keys are for; the database knows the same words. */
  enum Purpose {
    /** Sealed bytes and request rows of a file; destroyed by schedule after it is answered. */
    FILE,
    /** Drafts, evidence and inner codes of a file; destroyed after disposition. */
    DRAFT,
    /** Accounting entries of an agency and year; permanent. */
    ACCOUNTING,
    /** Keyed hashes of an agency and year; destroyed with its year. */
    INDEX,
    /** A signing key. */
    SIGNING
  }

  DataKey {
    if (owner.isBlank()) {
      throw new IllegalArgumentException("A data key belongs to something");
    }
  }

  static DataKey yearly(Purpose purpose, String agency, int year) {
    return new DataKey(purpose, agency + "/" + year);
  }

  String name() {
    return purpose.name().toLowerCase(Locale.ROOT) + "/" + owner;
  }

  /** What its wrapped form is bound to. */
  AssociatedData place() {
    return new AssociatedData("vault_key", name(), "wrapped");
  }
}
