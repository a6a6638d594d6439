package countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.policy.CorrectRequests.Written;
import countersign.request.ReasonCode;
import countersign.request.Request.Address;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** No valid request is refused because of its spelling. */
class CorrectRequestsTest {
  private static final int REQUESTS = 2_000;

  @Test
  void two_thousand_correct_requests_in_twelve_styles_all_pass() {
    Map<String, List<ReasonCode>> refused = new TreeMap<>();
    Map<CorrectAddresses.Style, Integer> written = new EnumMap<>(CorrectAddresses.Style.class);
    for (Written one : CorrectRequests.make(REQUESTS, 20_261_124)) {
      List<ReasonCode> codes = ShippedPolicy.screen(one.request());
      written.merge(one.style(), 1, Integer::sum);
      if (!codes.isEmpty()) {
        refused.put(one.style() + ": " + lines(one.request().address()), codes);
      }
    }
    assertThat(refused).isEmpty();
    assertThat(written)
        .hasSize(12)
        .allSatisfy((style, count) -> assertThat(count).isBetween(166, 167));
  }

  private static String lines(Address address) {
    return address.line1() + " / " + address.line2() + " / " + address.city();
  }
}
