package countersign.pipeline;

import countersign.records.FindAddresses;
import countersign.records.FoundRecord;
import countersign.records.LookupKey;
import countersign.request.Unavailable;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;

/**
 * Implements the records port as a route, so that an integrator can connect {@code
 * direct:find-addresses} to another source.
 */
final class RoutedFindAddresses implements FindAddresses {
  private final ProducerTemplate camel;

  RoutedFindAddresses(ProducerTemplate camel) {
    this.camel = camel;
  }

  @Override
  public List<FoundRecord> find(List<LookupKey> wanted) {
    try {
      List<?> found = camel.requestBody("direct:find-addresses", wanted, List.class);
      return found.stream().map(FoundRecord.class::cast).toList();
    } catch (CamelExecutionException e) {
      if (e.getCause() instanceof Unavailable away) {
        throw away;
      }
      throw e;
    }
  }
}
