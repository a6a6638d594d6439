package countersign.stops;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A switch that halts everything in its scope that has not been uploaded yet. It never permits
 * anything.
 *
 * @param number counted from 1
 * @param kind stop or veto
 * @param scope kind of thing that it halts
 * @param value id of what it halts; {@code *} for {@link Scope#ALL}
 * @param reason why it was set, written by a person
 * @param setBy account, or component of the gateway
 * @param setAt from this time on, no release or upload in its scope begins
 * @param inForceAt from this time on, no upload in its scope is running any more; null while one
 *     may still be running
 * @param proposal the newest proposal to lift it, expired or not; null if there is none
 * @param lifting who lifted it; null until then
 */
public record Stop(
    long number,
    Kind kind,
    Scope scope,
    String value,
    String reason,
    String setBy,
    Instant setAt,
    @Nullable Instant inForceAt,
    @Nullable Proposal proposal,
    @Nullable Lifting lifting) {

  /** How long it lasts. */
  public enum Kind {
    /** Its requests wait until it is lifted. */
    STOP,
    /**
     * Counsel's no to a file or a person. Its requests are not approved or taken, and their
     * deadline answers them like every other no.
     */
    VETO
  }

  /** What a stop halts. */
  public enum Scope {
    /** Halts everything. */
    ALL,
    /** Halts requests under one agreement. */
    AGREEMENT,
    /** Halts requests of one agency. */
    AGENCY,
    /** Halts requests of one file. */
    FILE,
    /** Halts responses to one officer. */
    OFFICER,
    /** Halts requests about one person, whose number is stored as keyed hashes only. */
    SUBJECT,
    /** Halts requests whose address is in a state of one judicial district. */
    DISTRICT,
    /** Halts requests of the files that were picked up on certain days, UTC. */
    PICKED_UP;

    /** Whether it covers single requests of a file, and not all that have the same officers. */
    public boolean isOfSingleRequests() {
      return this == SUBJECT || this == DISTRICT;
    }
  }

  /**
   * What a stop is set on.
   *
   * @param value id; for a person a short form of a keyed hash, never the number
   * @param keys keyed hashes, in hexadecimal form, by which its requests are found; empty for every
   *     scope but {@link Scope#SUBJECT} and {@link Scope#DISTRICT}
   */
  public record Target(Scope scope, String value, List<String> keys) {
    private static final int MAX_CHARACTERS = 128;

    /**
     * Makes an immutable copy of the keys.
     *
     * @throws IllegalArgumentException if the value does not fit the scope
     */
    public Target {
      keys = List.copyOf(keys);
      boolean everything = scope == Scope.ALL;
      boolean fits = everything == value.equals("*") && value.length() <= MAX_CHARACTERS;
      if (!fits || value.isBlank() || scope.isOfSingleRequests() == keys.isEmpty()) {
        throw new IllegalArgumentException(
            "A stop of everything has the value *; every other stop names one thing, and a person or a district has keyed hashes");
      }
    }

    /** A target that needs no keyed hashes. */
    public static Target of(Scope scope, String value) {
      return new Target(scope, value, List.of());
    }
  }

  /**
   * A person's proposal to lift a stop, which another person confirms.
   *
   * @param number counted from 1 over all stops
   * @param by account that proposed it
   * @param asCounsel whether that person acted as counsel
   * @param at when it was proposed
   * @param expiresAt from this time on, it cannot be confirmed
   * @param reason why the stop should be lifted
   */
  public record Proposal(
      long number, String by, boolean asCounsel, Instant at, Instant expiresAt, String reason) {}

  /**
   * The end of a stop.
   *
   * @param by account that lifted it; never {@code setBy}
   * @param at when it was lifted
   * @param reason why it was lifted
   */
  public record Lifting(String by, Instant at, String reason) {}

  /**
   * A disclosure that a stop may cover, described by the request and never by the record found.
   *
   * @param agreement agreement of the request
   * @param agency agency that asked
   * @param file file of the request
   * @param receivedAt when the file was picked up
   * @param officers officers who would receive it
   */
  public record Disclosure(
      String agreement, String agency, String file, Instant receivedAt, Set<String> officers) {
    /** Makes an immutable copy of the set. */
    public Disclosure {
      officers = Set.copyOf(officers);
    }
  }

  /** True until the stop is lifted. */
  public boolean active() {
    return lifting == null;
  }

  /** True if another person can confirm the proposal at this time. */
  public boolean isProposedAt(Instant at) {
    return active() && proposal != null && at.isBefore(proposal.expiresAt());
  }

  /**
   * True if the disclosure is in the scope of this stop, whether the stop is lifted or not. A scope
   * of single requests covers no disclosure as a whole.
   */
  public boolean covers(Disclosure disclosure) {
    return switch (scope) {
      case ALL -> true;
      case AGREEMENT -> value.equals(disclosure.agreement());
      case AGENCY -> value.equals(disclosure.agency());
      case FILE -> value.equals(disclosure.file());
      case OFFICER -> disclosure.officers().contains(value);
      case PICKED_UP -> StopDays.parse(value).contain(day(disclosure.receivedAt()));
      case SUBJECT, DISTRICT -> false;
    };
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
