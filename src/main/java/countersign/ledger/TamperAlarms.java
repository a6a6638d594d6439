package countersign.ledger;

import countersign.request.ReasonCode;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Differences between the tables and the ledger that a step found while it worked. Each is logged
 * once and makes the health check fail until it is settled or the gateway ends. Thread-safe.
 */
public final class TamperAlarms {
  private static final Logger LOG = LoggerFactory.getLogger(TamperAlarms.class);

  private final Map<String, String> raised = new ConcurrentHashMap<>();

  /**
   * Raises an alarm; has no effect if it is raised already.
   *
   * @param name table and id, for example {@code stop 3}
   * @param sentence what is wrong and what the gateway did; without personal data
   */
  public void raise(String name, String sentence) {
    if (raised.putIfAbsent(name, sentence) == null) {
      LOG.error("{}  {}  {}", ReasonCode.S505_AUDIT_TAMPER, name, sentence);
    }
  }

  /** Ends an alarm, because the difference no longer exists. */
  public void settle(String name) {
    raised.remove(name);
  }

  /** The sentences of all alarms, by name. */
  public Map<String, String> raised() {
    return new TreeMap<>(raised);
  }
}
