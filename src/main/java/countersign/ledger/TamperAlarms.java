package countersign.ledger;

import countersign.request.ReasonCode;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Differences between the tables and the ledger that a step found while it worked. Each is logged
 * once and makes the health check fail until the difference is gone or the gateway ends.
 * Thread-safe.
 */
public final class TamperAlarms {
  private static final Logger LOG = LoggerFactory.getLogger(TamperAlarms.class);

  private final Map<String, Alarm> raised = new ConcurrentHashMap<>();

  private record Alarm(String sentence, BooleanSupplier exists) {}

  /**
   * Raises an alarm; has no effect if it is raised already.
   *
   * @param name table and id, for example {@code stop 3}
   * @param sentence what is wrong and what the gateway did; without personal data
   */
  public void raise(String name, String sentence) {
    raise(name, sentence, () -> true);
  }

  /**
   * Raises an alarm that ends by itself when the difference no longer exists.
   *
   * @param exists looks whether it still does
   */
  public void raise(String name, String sentence, BooleanSupplier exists) {
    if (raised.putIfAbsent(name, new Alarm(sentence, exists)) == null) {
      LOG.error("{}  {}  {}", ReasonCode.S505_AUDIT_TAMPER, name, sentence);
    }
  }

  /** Ends an alarm, because the difference no longer exists. */
  public void settle(String name) {
    raised.remove(name);
  }

  /** The sentences of all alarms whose differences still exist, by name. */
  public Map<String, String> raised() {
    raised.values().removeIf(alarm -> !alarm.exists().getAsBoolean());
    Map<String, String> sentences = new TreeMap<>();
    raised.forEach((name, alarm) -> sentences.put(name, alarm.sentence()));
    return sentences;
  }
}
