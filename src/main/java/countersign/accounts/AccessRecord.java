package countersign.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who signed in from where, and who saw what. Each entry is also an event of the ledger. */
public interface AccessRecord {

  /** Kinds of entries. */
  enum Kind {
    /** A person signed in. */
    SIGN_IN,
    /** Sign-ins from one source failed during one minute. */
    SIGN_IN_FAILED,
    /** Failures locked the password of an account, for one source or for all new ones. */
    LOCK,
    /** A person saw something. */
    VIEW
  }

  /** What a person saw. */
  enum Sight {
    /** A case with taxpayer data. */
    CASE,
    /** The outward state of a request. */
    STATUS,
    /** The results of the rules for a request. */
    RULES,
    /** Parked work. */
    PARKED
  }

  /** How a person signed in. */
  enum Door {
    /** The sign-in page. */
    PAGE,
    /** A call of the API. */
    CALL
  }

  /**
   * An entry.
   *
   * @param id number of the entry; later entries have higher numbers
   * @param kind kind of the entry
   * @param account account name; {@code unknown} if no account has the name that was typed
   * @param source address, without the half of an IPv6 address that a client chooses
   * @param what a {@link Door} or a {@link Sight}; empty if neither
   * @param subject id of the case or of the parked work; empty if none
   * @param times number of failures; 1 for all other kinds
   * @param at when it happened; of failures, the first second of their minute
   */
  record Entry(
      long id,
      Kind kind,
      String account,
      String source,
      String what,
      String subject,
      int times,
      Instant at) {}

  /**
   * What to list.
   *
   * @param account only entries of this account
   * @param subject only entries about this case, file or parked work
   * @param day only entries of this day, UTC
   * @param before only entries with a lower number
   */
  record Filter(
      Optional<String> account,
      Optional<String> subject,
      Optional<LocalDate> day,
      Optional<Long> before) {}

  /** Records that a person saw these things. Does nothing if there are none. */
  void viewed(String account, @Nullable String source, Sight what, Collection<String> subjects);

  /** The entries that the filter admits, newest first. */
  List<Entry> entries(Filter filter, int most);
}
