package countersign.pipeline;

import countersign.recordsource.QueueCipher;
import countersign.recordsource.RefusedReply;
import countersign.recordsource.SourceReply;
import countersign.recordsource.StrictReply;
import countersign.request.FaultKind;
import countersign.request.Unavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.component.bean.validator.BeanValidationException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.spi.BeanRepository;
import org.jspecify.annotations.Nullable;

/**
 * The only endpoints that taxpayer data reach in a message: the record source by HTTPS or by a
 * queue, and the two parts of Camel that read its reply. Each takes one kind of closed body, gets
 * its content for the time of the call, and gives another closed body.
 */
final class RecordSourceEndpoints {
  private final BeanRepository beans;

  private final Map<String, EndpointGate> gates =
      Map.of(
          "records-https:find-addresses", new Https(),
          "records-extension:find-addresses", new Https(),
          "records-queue:find-addresses", new Queue(),
          "dataformat:recordReply:unmarshal", new Reader(),
          "bean-validator:recordReply", new Validator());

  /**
   * The zone.
   *
   * @param beans where the key of the queue is found when it is needed
   */
  RecordSourceEndpoints(BeanRepository beans) {
    this.beans = beans;
  }

  /** The gate in front of an endpoint; empty if it is outside the zone. */
  Optional<EndpointGate> gate(String uri) {
    return Optional.ofNullable(gates.get(uri));
  }

  private static Unavailable away(Throwable thrown) {
    String how = FaultKind.rootWords(thrown);
    for (Throwable one = thrown; one != null; one = one.getCause()) {
      if (one instanceof Unavailable refused) {
        return refused;
      }
      if (one instanceof HttpOperationFailedException http) {
        how = "HTTP " + http.getStatusCode();
      } else if (one instanceof ExchangeTimedOutException) {
        how = FaultKind.TIMED_OUT.name();
      }
    }
    return new Unavailable(
        "RECORDS_DOWN",
        "The record source does not answer (%s). The slice is looked up again.".formatted(how),
        null);
  }

  private static byte[] bytes(Exchange exchange) {
    try (InputStream in = exchange.getMessage().getBody(InputStream.class)) {
      if (in == null) {
        throw RefusedReply.because("no reply");
      }
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.write(in.readNBytes(StrictReply.MOST_BYTES + 1));
      return all.toByteArray();
    } catch (IOException e) {
      throw away(e);
    }
  }

  private static final class Https extends EndpointGate {
    @Override
    @Nullable Object opened(Exchange exchange) {
      Object body = exchange.getMessage().getBody();
      return body instanceof ClosedBody.Asked asked ? asked.open().document() : null;
    }

    @Override
    Object closed(Object body, Exchange exchange) {
      return new ClosedBody.Answered(((ClosedBody.Asked) body).open(), bytes(exchange));
    }

    @Override
    Unavailable failure(Throwable thrown) {
      return away(thrown);
    }
  }

  private final class Queue extends EndpointGate {
    private QueueCipher cipher() {
      QueueCipher cipher = beans.lookupByNameAndType("recordQueueCipher", QueueCipher.class);
      if (cipher == null) {
        throw new IllegalStateException("The queue of the record source has no key");
      }
      return cipher;
    }

    @Override
    @Nullable Object opened(Exchange exchange) {
      Object body = exchange.getMessage().getBody();
      return body instanceof ClosedBody.Asked asked
          ? cipher().encrypted(asked.open().document())
          : null;
    }

    @Override
    Object closed(Object body, Exchange exchange) {
      String text = new String(bytes(exchange), StandardCharsets.US_ASCII);
      return new ClosedBody.Answered(((ClosedBody.Asked) body).open(), cipher().decrypted(text));
    }

    @Override
    Unavailable failure(Throwable thrown) {
      return away(thrown);
    }
  }

  private static final class Reader extends EndpointGate {
    @Override
    @Nullable Object opened(Exchange exchange) {
      Object body = exchange.getMessage().getBody();
      if (body instanceof ClosedBody.Answered answered) {
        byte[] reply = answered.open();
        StrictReply.check(reply);
        return reply;
      }
      return null;
    }

    @Override
    Object closed(Object body, Exchange exchange) {
      if (exchange.getMessage().getBody() instanceof SourceReply reply) {
        return new ClosedBody.Parsed(((ClosedBody.Answered) body).request(), reply);
      }
      throw RefusedReply.because("null in place of the reply");
    }

    @Override
    Unavailable failure(Throwable thrown) {
      Throwable root = thrown;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      return RefusedReply.because(
          root.getClass().getSimpleName().equals("UnrecognizedPropertyException")
              ? "a field that the schema does not know"
              : "a value of another type than the schema says");
    }
  }

  private static final class Validator extends EndpointGate {
    @Override
    @Nullable Object opened(Exchange exchange) {
      Object body = exchange.getMessage().getBody();
      return body instanceof ClosedBody.Parsed parsed ? parsed.open() : null;
    }

    @Override
    Object closed(Object body, Exchange exchange) {
      ClosedBody.Parsed parsed = (ClosedBody.Parsed) body;
      return new ClosedBody.Validated(parsed.request(), parsed.open());
    }

    /** The path of a field consists of names of our own and of positions. */
    @Override
    Unavailable failure(Throwable thrown) {
      if (thrown instanceof BeanValidationException invalid) {
        return RefusedReply.because(
            invalid.getConstraintViolations().stream()
                .map(one -> one.getPropertyPath().toString().toLowerCase(Locale.ROOT))
                .sorted()
                .findFirst()
                .orElse("a constraint"));
      }
      return RefusedReply.because(FaultKind.of(thrown).name());
    }
  }
}
