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

  /**
   * An injunction, stay or suspension in force.
   *
   * @param docket where it was made
   * @param agreement which agreement it stops; {@code *} for all
   * @param since first day
   */
  public record CourtOrder(String docket, String agreement, LocalDate since) {}
}
