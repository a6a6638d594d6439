package countersign.authority;

import java.time.LocalDate;

/**
 * A delegation instrument.
 *
 * @param id the instrument
 * @param delegate register id of who may act
 * @param agency for which agency
 * @param counselApproved whether counsel approved it for 6103(i)(2)
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

  /** Whether it lets this delegate ask for this agency on that day. */
  public boolean valid(String registerId, String forAgency, LocalDate day) {
    return counselApproved
        && delegate.equals(registerId)
        && agency.equals(forAgency)
        && !day.isBefore(firstDay)
        && !day.isAfter(lastDay);
  }
}
