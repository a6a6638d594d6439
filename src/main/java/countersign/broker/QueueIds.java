package countersign.broker;

import countersign.request.AcknowledgementId;
import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.request.OutgoingId;
import countersign.request.ResponseId;
import countersign.request.SliceId;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.TypeConverterSupport;

/**
 * Messages carry ids as text; the step behind a queue takes the id as its own type. Text that is no
 * such id fails the step, and the work is parked.
 */
public final class QueueIds {
  private static final Map<Class<?>, Function<String, ?>> PARSERS =
      Map.of(
          FileId.class, FileId::new,
          SliceId.class, SliceId::parse,
          GroupId.class, GroupId::parse,
          ResponseId.class, ResponseId::parse,
          AcknowledgementId.class, AcknowledgementId::parse,
          OutgoingId.class, OutgoingId::parse);

  private QueueIds() {}

  /** The types that a step behind a queue may take. */
  public static Set<Class<?>> types() {
    return PARSERS.keySet();
  }

  /** Whether a text is the id of something that can be in a queue; any other text is forged. */
  public static boolean isId(String text) {
    return PARSERS.values().stream().anyMatch(parser -> isRead(parser, text));
  }

  private static boolean isRead(Function<String, ?> parser, String text) {
    try {
      return parser.apply(text) != null;
    } catch (IllegalArgumentException otherForm) {
      return false;
    }
  }

  /** Teaches Camel to read every one of them. */
  public static void addTo(CamelContext camel) {
    PARSERS.forEach(
        (type, parser) ->
            camel
                .getTypeConverterRegistry()
                .addTypeConverter(type, String.class, new Converter(parser)));
  }

  private static final class Converter extends TypeConverterSupport {
    private final Function<String, ?> parser;

    Converter(Function<String, ?> parser) {
      this.parser = parser;
    }

    @Override
    public <T> T convertTo(Class<T> type, Exchange exchange, Object value) {
      return type.cast(parser.apply((String) value));
    }
  }
}
