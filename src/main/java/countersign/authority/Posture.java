package countersign.authority;

import countersign.request.Environment;
import java.time.LocalDate;
import java.util.List;

/**
 * Counsel's decision about what may be disclosed now, signed by two people. Without a posture,
 * nothing may be disclosed.
 *
 * @param environment environment in which it applies
 * @param agreements agreements that it switches on
 * @param firstDay first day in force
 * @param lastDay last day in force
 * @param courtOrders court orders in force; each switches off every agreement it names
 */
public record Posture(
    Environment environment,
    List<String> agreements,
    LocalDate firstDay,
    LocalDate lastDay,
    List<CourtOrder> courtOrders) {
  /** Makes immutable copies of the lists. */
  public Posture {
    agreements = List.copyOf(agreements);
    courtOrders = List.copyOf(courtOrders);
  }

  /** True if it switches this agreement on for this day; does not consider court orders. */
  public boolean switchesOn(String agreement, LocalDate day) {
    return agreements.contains(agreement) && !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }

  /** True if a court order forbids disclosure under this agreement on this day. */
  public boolean forbids(String agreement, LocalDate day) {
    return courtOrders.stream()
        .filter(order -> !day.isBefore(order.since()))
        .anyMatch(order -> order.agreement().equals("*") || order.agreement().equals(agreement));
  }

  /**
   * An injunction, stay or suspension in force.
   *
   * @param docket docket number of the order
   * @param agreement agreement that it forbids; {@code *} for all
   * @param since first day in force
   */
  public record CourtOrder(String docket, String agreement, LocalDate since) {}
}
