package countersign.authority;

import java.time.LocalDate;

/**
 * A delegation instrument.
 *
 * @param id id of the instrument
 * @param delegate register id of the official who may act
 * @param agency agency for which the delegate may act
 * @param counselApproved true if counsel approved it for 6103(i)(2)
 * @param firstDay first day in force
 * @param lastDay last day in force
 */
public record Delegation(
    String id,
    String delegate,
    String agency,
    boolean counselApproved,
    LocalDate firstDay,
    LocalDate lastDay) {

  /** True if it lets this official ask for this agency on this day. */
  public boolean valid(String registerId, String forAgency, LocalDate day) {
    return counselApproved
        && delegate.equals(registerId)
        && agency.equals(forAgency)
        && !day.isBefore(firstDay)
        && !day.isAfter(lastDay);
  }
}
