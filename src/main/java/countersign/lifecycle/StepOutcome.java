package countersign.lifecycle;

import org.slf4j.MDC;

/**
 * What a step did when it did something else than its usual work and did not fail: the code in the
 * step's log line and meter. Belongs to the thread that runs the step.
 */
public final class StepOutcome {
  private static final String KEY = "outcome";
  private static final String USUAL = "ok";

  private StepOutcome() {}

  /** Forgets what an earlier step on this thread noted. */
  public static void begin() {
    MDC.remove(KEY);
  }

  /**
   * Notes what happened; the last note of a step counts.
   *
   * @param code a cause or code, never an id
   */
  public static void note(String code) {
    MDC.put(KEY, code);
  }

  /** What was noted, or {@code ok}. */
  public static String noted() {
    String code = MDC.get(KEY);
    return code == null ? USUAL : code;
  }
}
