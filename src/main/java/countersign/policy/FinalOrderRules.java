package countersign.policy;

import static countersign.request.ReasonCode.*;

import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.validation.Dates;
import countersign.validation.Digits;
import countersign.validation.Presence;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules about the final order of removal that 8 U.S.C. 1253(a)(1) requires, and its 90 days. */
final class FinalOrderRules {
  private static final String NINETY_DAY_LIMB = "8 USC 1253(a)(1)(A)";
  private static final String CLASSES = "8 USC 1227(a)(";
  private static final Set<String> REVIEW = Set.of("NONE", "DECIDED");

  private FinalOrderRules() {}

  static List<ReasonCode> clock(Request request, RequestContext context) {
    Request.RemovalOrder order = request.removalOrder();
    if (order == null) {
      return List.of(R230_FINAL_ORDER_DATE);
    }
    String review = Presence.trimmed(order.judicialReview());
    Optional<LocalDate> administrative = Dates.of(order.administrativeFinalOn());
    Optional<LocalDate> court = Dates.of(order.courtFinalOn());
    boolean decided = review.equals("DECIDED");
    if (!consistent(order, context, administrative, court, decided)) {
      return List.of(R230_FINAL_ORDER_DATE);
    }
    if (review.equals("PENDING") || !Citation.of(request.statute()).equals(NINETY_DAY_LIMB)) {
      return List.of();
    }
    LocalDate since = decided ? court.orElseThrow() : administrative.orElseThrow();
    LocalDate first = since.plusDays(context.rules().limits().finalOrderDays() + 1L);
    return context.day().local().isBefore(first)
        ? List.of(R231_NINETY_DAYS_NOT_ELAPSED)
        : List.of();
  }

  private static boolean consistent(
      Request.RemovalOrder order,
      RequestContext context,
      Optional<LocalDate> administrative,
      Optional<LocalDate> court,
      boolean decided) {
    if (administrative.isEmpty() || context.day().isFuture(administrative.get())) {
      return false;
    }
    if (Presence.missing(order.courtFinalOn())) {
      return !decided;
    }
    return court.isPresent()
        && !context.day().isFuture(court.get())
        && !court.get().isBefore(administrative.get())
        && !Presence.trimmed(order.judicialReview()).equals("NONE");
  }

  static List<ReasonCode> finality(Request request, RequestContext context) {
    Request.RemovalOrder order = request.removalOrder();
    boolean shown =
        order != null
            && REVIEW.contains(Presence.trimmed(order.judicialReview()))
            && Boolean.FALSE.equals(order.stayed());
    return shown ? List.of() : List.of(R232_ORDER_NOT_FINAL);
  }

  static List<ReasonCode> ground(Request request, RequestContext context) {
    String ground =
        request.removalOrder() == null ? "" : Citation.of(request.removalOrder().ground());
    return isClass(ground) ? List.of() : List.of(R233_NOT_1227A_CLASS);
  }

  /** Whether the citation is a paragraph from (1) to (7), or a part of it. */
  private static boolean isClass(String ground) {
    int paragraph = CLASSES.length();
    return ground.startsWith(CLASSES)
        && ground.length() > paragraph
        && ground.charAt(paragraph) >= '1'
        && ground.charAt(paragraph) <= '7'
        && ground.startsWith(")", paragraph + 1)
        && Citation.isParts(ground, paragraph - 1);
  }

  static List<ReasonCode> number(Request request, RequestContext context) {
    Request.RemovalOrder order = request.removalOrder();
    boolean stated =
        order != null
            && isNumber(Presence.trimmed(order.number()))
            && !Presence.missing(order.issuedBy());
    return stated ? List.of() : List.of(R236_ORDER_NUMBER);
  }

  /** Whether the number is the letter A and eight or nine digits. */
  private static boolean isNumber(String written) {
    boolean length = written.length() == 9 || written.length() == 10;
    return length && written.charAt(0) == 'A' && Digits.only(written.substring(1));
  }
}
