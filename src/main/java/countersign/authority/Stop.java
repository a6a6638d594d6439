package countersign.authority;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A word that halts everything in a scope that has not been uploaded yet. It can only take away.
 *
 * @param number counted from 1
 * @param scope what kind of thing it halts
 * @param value which one; {@code *} for {@link Scope#ALL}
 * @param reason why it was set, in a person's words
 * @param setBy account, or component of the gateway
 * @param setAt from then on nothing in its scope begins
 * @param inForceAt from then on nothing in its scope is under way either; null: an upload may be
 * @param lifting who ended it; null while it stands
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
    /** Everything. */
    ALL,
    /** What is asked under one agreement. */
    AGREEMENT,
    /** What one agency asked for. */
    AGENCY,
    /** One file. */
    FILE,
    /** What would go to one officer. */
    OFFICER
  }

  /**
   * Its end.
   *
   * @param by account, never {@code setBy}
   * @param at when
   * @param reason why
   */
  public record Lifting(String by, Instant at, String reason) {}

  /**
   * Something that would leave, as the request says it and never as the record does.
   *
   * @param agreement it is asked under
   * @param agency that asked
   * @param file it was asked in
   * @param officers it would go to
   */
  public record Way(String agreement, String agency, String file, Set<String> officers) {
    /** Copies the set in. */
    public Way {
      officers = Set.copyOf(officers);
    }
  }

  /** Whether it still halts anything. */
  public boolean stands() {
    return lifting == null;
  }

  /** Whether that lies in its scope, standing or not. */
  public boolean covers(Way way) {
    return switch (scope) {
      case ALL -> true;
      case AGREEMENT -> value.equals(way.agreement());
      case AGENCY -> value.equals(way.agency());
      case FILE -> value.equals(way.file());
      case OFFICER -> way.officers().contains(value);
    };
  }
}
