package countersign.receipts;

import java.time.LocalDate;

/**
 * Something that an officer has still to say about a response.
 *
 * @param response the response's id
 * @param officer the officer's id
 * @param agency the officer's agency
 * @param what a receipt or a disposition
 * @param day the day by which it is due, UTC
 * @param daysLeft days from today to that day; negative if it has passed
 * @param overdue whether the agency is blocked for it
 */
public record DueItem(
    String response,
    String officer,
    String agency,
    What what,
    LocalDate day,
    long daysLeft,
    boolean overdue) {

  /** What an officer owes. */
  public enum What {
    /** Within seven days of the delivery. */
    RECEIPT,
    /** By the review date. */
    DISPOSITION
  }

  /** The id of the officer's custody. */
  String custody() {
    return response + "/" + officer;
  }
}
