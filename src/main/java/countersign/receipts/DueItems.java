package countersign.receipts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What officers have still to say: the receipt within seven days of a delivery, the disposition by
 * the review date. Stateless.
 */
public final class DueItems {
  /** Days from a delivery to its receipt. */
  static final int RECEIPT_WITHIN_DAYS = 7;

  /** Days from a review date to the block of the agency. */
  static final int GRACE_DAYS = 14;

  private final JdbcDueItems rows;
  private final Clock clock;

  DueItems(JdbcDueItems rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * An open duty, as stored.
   *
   * @param delivered day of the delivery
   * @param received whether its receipt came
   * @param receiptUntil the later day that two people have set for the receipt
   * @param reviewBy the day for the disposition
   */
  record Open(
      String response,
      String officer,
      String agency,
      LocalDate delivered,
      boolean received,
      Optional<LocalDate> receiptUntil,
      LocalDate reviewBy) {}

  /**
   * What is due until a day, the most urgent first.
   *
   * @param days only what is due within this number of days; overdue items always
   * @param most the largest number of items
   */
  public List<DueItem> within(int days, int most) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return rows.open(today.plusDays(days), most).stream().map(row -> item(row, today)).toList();
  }

  private static DueItem item(Open row, LocalDate today) {
    LocalDate day =
        row.received()
            ? row.reviewBy()
            : row.receiptUntil().orElse(row.delivered().plusDays(RECEIPT_WITHIN_DAYS));
    long left = ChronoUnit.DAYS.between(today, day);
    return new DueItem(
        row.response(),
        row.officer(),
        row.agency(),
        row.received() ? DueItem.What.DISPOSITION : DueItem.What.RECEIPT,
        day,
        left,
        row.received() ? left < -GRACE_DAYS : left < 0);
  }
}
