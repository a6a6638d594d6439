package countersign.intake;

import countersign.lifecycle.CopyRows;
import countersign.vault.KeyDestroyed;
import countersign.vault.KeyedHash;
import countersign.vault.Vault;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The keyed hashes of one file's agency and year, one for each thing that is compared. Thread-safe.
 *
 * @param caseNumber of case numbers
 * @param subject of subjects
 * @param address of addresses
 * @param family of surnames at an address
 * @param reason of reasons, compared within one file only
 * @param state of the states in addresses, compared with those of stops only
 */
record KeyedHashes(
    Years caseNumber, Years subject, Years address, Years family, Years reason, Years state) {
  /** The kinds of hashes by which stops find requests. */
  static final String SUBJECT = "subject";

  static final String STATE = "state";

  /**
   * The hashes for a file.
   *
   * @param lastYear whether there are rows of last year to compare with
   */
  static KeyedHashes of(Vault vault, FileRow file, boolean lastYear) {
    return new KeyedHashes(
        years(vault, file, "case", lastYear),
        years(vault, file, SUBJECT, lastYear),
        years(vault, file, "address", lastYear),
        years(vault, file, "family", lastYear),
        years(vault, file, "reason", false),
        years(vault, file, STATE, false));
  }

  private static Years years(Vault vault, FileRow file, String kind, boolean lastYear) {
    int year = file.receivedAt().atZone(ZoneOffset.UTC).getYear();
    KeyedHash now = vault.index(file.agency(), year, kind);
    return new Years(now, lastYear ? before(vault, file.agency(), year - 1, kind) : null);
  }

  private static @Nullable KeyedHash before(Vault vault, String agency, int year, String kind) {
    try {
      return vault.index(agency, year, kind);
    } catch (KeyDestroyed e) {
      return null; // nothing of that year is compared any more
    }
  }

  /**
   * One hash under this and under last year's key; last year's only compares with last year's rows.
   *
   * @param now under the key of the year of the file's first pick-up
   * @param last under the key of the year before; null if there is nothing of it to compare with
   */
  record Years(KeyedHash now, @Nullable KeyedHash last) {
    /** Both columns of a row. */
    void add(CopyRows rows, String form) {
      rows.bytes(thisYear(form)).bytes(last == null || form.isEmpty() ? null : last.hash(form));
    }

    /** This year's column; null if nothing is stated. */
    byte @Nullable [] thisYear(String form) {
      return form.isEmpty() ? null : now.hash(form);
    }
  }
}
