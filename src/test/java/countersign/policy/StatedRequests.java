package countersign.policy;

import countersign.request.Request;
import java.util.List;
import java.util.Map;

/** A request with every field, and one with none. Synthetic. */
final class StatedRequests {
  private StatedRequests() {}

  static Request full() {
    return new Request(
        "R-000001",
        new Request.Subject(
            "Maria", "Luz", "Garcia", "JR", "1984-03-11", new Request.Tin("ITIN", "900400001")),
        new Request.Address("412 N Oak St", "APT 3", "Austin", "TX", "78701"),
        List.of("2024"),
        List.of("MAILING_ADDRESS"),
        "8 USC 1253(a)(1)(A)",
        "INVESTIGATION",
        "A reason",
        new Request.CaseReference("HSI-1", "2026-06-02", "OPEN", "HSI Austin", true),
        new Request.RemovalOrder(
            "A200400001",
            "Court",
            "2026-02-10",
            "DECIDED",
            "2026-03-10",
            false,
            "8 USC 1227(a)(1)"),
        "NONE",
        List.of(new Request.Officer("OFF-0417", "Alex Sample", "HSI Austin")),
        Map.of("reportPlace", "Austin"),
        "all");
  }

  static Request empty() {
    return new Request(
        null, null, null, List.of(), List.of(), null, null, null, null, null, null, List.of(),
        Map.of(), null);
  }
}
