package countersign.authority;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A switch that halts everything in its scope that has not been uploaded yet. It never permits
 * anything.
 *
 * @param number counted from 1
 * @param scope kind of thing that it halts
 * @param value id of what it halts; {@code *} for {@link Scope#ALL}
 * @param reason why it was set, written by a person
 * @param setBy account, or component of the gateway
 * @param setAt from this time on, no release or upload in its scope begins
 * @param inForceAt from this time on, no upload in its scope is running any more; null while one
 *     may still be running
 * @param lifting who lifted it; null until then
 */
public record Stop(
    long number,
    Scope scope,
    String value,
    String reason,
    String setBy,
    Instant setAt,
    @Nullable Instant inForceAt,
    @Nullable Lifting lifting) {

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
    OFFICER
  }

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
   * @param officers officers who would receive it
   */
  public record Disclosure(String agreement, String agency, String file, Set<String> officers) {
    /** Makes an immutable copy of the set. */
    public Disclosure {
      officers = Set.copyOf(officers);
    }
  }

  /** True until the stop is lifted. */
  public boolean active() {
    return lifting == null;
  }

  /** True if the disclosure is in the scope of this stop, whether the stop is lifted or not. */
  public boolean covers(Disclosure disclosure) {
    return switch (scope) {
      case ALL -> true;
      case AGREEMENT -> value.equals(disclosure.agreement());
      case AGENCY -> value.equals(disclosure.agency());
      case FILE -> value.equals(disclosure.file());
      case OFFICER -> disclosure.officers().contains(value);
    };
  }
}
