package countersign.pipeline;

import countersign.receipts.ReceiptDocument;
import countersign.receipts.StrictDocument;
import countersign.request.FaultKind;
import countersign.request.FileDetail.Detail;
import countersign.request.ReasonCode;
import countersign.request.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.component.bean.validator.BeanValidationException;
import org.jspecify.annotations.Nullable;

/**
 * The two parts of Camel that read an officer's receipt: camel-jackson makes an object of it, and
 * camel-bean-validator compares it with its constraints. Whatever they throw quotes the document;
 * only a code and a word of the closed list go on.
 */
final class DocumentZone {
  private static final Map<String, EndpointGate> GATES =
      Map.of(
          "dataformat:receipt:unmarshal", new Reader(),
          "bean-validator:receipt", new Validator());

  /** What Jackson throws for a field that the record does not have. */
  private static final Set<String> UNKNOWN_FIELD =
      Set.of("UnrecognizedPropertyException", "IgnoredPropertyException");

  private DocumentZone() {}

  /** The gate in front of an endpoint; empty if it is outside the zone. */
  static Optional<EndpointGate> gate(String uri) {
    return Optional.ofNullable(GATES.get(uri));
  }

  private static final class Reader extends EndpointGate {
    @Override
    @Nullable Object opened(Exchange exchange) {
      if (exchange.getMessage().getBody() instanceof ClosedBody.Received received) {
        byte[] content = received.open().content();
        StrictDocument.check(content);
        return content;
      }
      return null;
    }

    @Override
    Object closed(Object body, Exchange exchange) {
      if (exchange.getMessage().getBody() instanceof ReceiptDocument document) {
        return new ClosedBody.Stated(((ClosedBody.Received) body).open(), document);
      }
      throw StrictDocument.refused(Detail.TYPE);
    }

    @Override
    RuntimeException failure(Throwable thrown) {
      Throwable root = thrown;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      return StrictDocument.refused(
          UNKNOWN_FIELD.contains(root.getClass().getSimpleName())
              ? Detail.UNKNOWN_FIELD
              : Detail.TYPE);
    }
  }

  private static final class Validator extends EndpointGate {
    @Override
    @Nullable Object opened(Exchange exchange) {
      return exchange.getMessage().getBody() instanceof ClosedBody.Stated stated
          ? stated.document()
          : null;
    }

    @Override
    Object closed(Object body, Exchange exchange) {
      ClosedBody.Stated stated = (ClosedBody.Stated) body;
      return new ClosedBody.Constrained(stated.open(), stated.document());
    }

    /** The message of each constraint is a code. */
    @Override
    RuntimeException failure(Throwable thrown) {
      if (thrown instanceof BeanValidationException invalid) {
        List<ReasonCode> codes =
            invalid.getConstraintViolations().stream()
                .map(one -> ReasonCode.valueOf(one.getMessage()))
                .distinct()
                .sorted()
                .toList();
        return new Refused(codes, List.of());
      }
      return new IllegalStateException("A receipt was not validated: " + FaultKind.of(thrown));
    }
  }
}
