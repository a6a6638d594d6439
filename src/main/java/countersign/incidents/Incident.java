package countersign.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident. It contains ids and codes and no personal data.
 *
 * @param number its number
 * @param cause who or what opened it
 * @param subject the id that it is about
 * @param openedBy an account, or the gateway
 * @param openedAt the detection, from which the clock runs
 * @param told who was told when
 * @param closingProposedBy the person who proposed to close it; null if nobody has
 * @param closedBy the second person; null while it is open
 * @param closedAt null while it is open
 */
public record Incident(
    long number,
    Cause cause,
    String subject,
    String openedBy,
    Instant openedAt,
    List<Told> told,
    @Nullable String closingProposedBy,
    @Nullable String closedBy,
    @Nullable Instant closedAt) {
  /** In which an incident is reported. */
  public static final Duration CLOCK = Duration.ofHours(24);

  /** Copies the list. */
  public Incident {
    told = List.copyOf(told);
  }

  /** What opened an incident. */
  public enum Cause {
    /** A person. */
    PERSON,
    /** A verification of ledger and tables that failed. */
    VERIFICATION,
    /** A recall for a defect of our own. */
    RECALL
  }

  /** Offices that are told, in the order of the steps. */
  public enum Office {
    /** The privacy officer of the disclosing agency. */
    PRIVACY_OFFICER,
    /** Its counsel. */
    COUNSEL,
    /** The inspector general. */
    INSPECTOR_GENERAL,
    /** The office of safeguards. */
    SAFEGUARDS,
    /** The agency that received the disclosure. */
    RECEIVING_AGENCY
  }

  /** An office that was told. */
  public record Told(Office office, String by, Instant at) {}

  /** The time by which every office is told. */
  public Instant reportBy() {
    return openedAt.plus(CLOCK);
  }

  /** Whether every office was told. */
  public boolean isReported() {
    return told.stream().map(Told::office).distinct().count() == Office.values().length;
  }
}
