package countersign.authority;

import countersign.request.Environment;
import java.time.LocalDate;
import java.util.List;

/**
 * Counsel's word on what may be disclosed now, carried by two people's signatures. Without one,
 * nothing.
 *
 * @param environment where it holds
 * @param agreements which agreements it switches on
 * @param firstDay first day
 * @param lastDay last day
 * @param courtOrders orders in force: any of them switches everything it names off
 */
public record Posture(
    Environment environment,
    List<String> agreements,
    LocalDate firstDay,
    LocalDate lastDay,
    List<CourtOrder> courtOrders) {
  /** Copies the lists in. */
  public Posture {
    agreements = List.copyOf(agreements);
    courtOrders = List.copyOf(courtOrders);
  }

  /** Whether it switches that agreement on that day, court orders aside. */
  public boolean switchesOn(String agreement, LocalDate day) {
    return agreements.contains(agreement) && !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }

  /** Whether an order forbids disclosure under that agreement on that day. */
  public boolean forbids(String agreement, LocalDate day) {
    return courtOrders.stream()
        .filter(order -> !day.isBefore(order.since()))
        .anyMatch(order -> order.agreement().equals("*") || order.agreement().equals(agreement));
  }

  /**
   * An injunction, stay or suspension in force.
   *
   * @param docket where it was made
   * @param agreement which agreement it stops; {@code *} for all
   * @param since first day
   */
  public record CourtOrder(String docket, String agreement, LocalDate since) {}
}
