package countersign.pipeline;

import java.util.List;
import org.apache.camel.Exchange;

/** Settles every upload as done. */
public final class FakeOutbox {
  private final List<String> fates;

  FakeOutbox(List<String> fates) {
    this.fates = fates;
  }

  /** As the real one, when the same bytes lie there already. */
  public void settle(Exchange exchange) {
    fates.add("settle " + ExchangeWorkId.of(exchange));
  }
}
