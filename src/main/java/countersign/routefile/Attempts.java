package countersign.routefile;

import java.util.ArrayList;
import java.util.List;

/** Judges independent parts and refuses with the problems of all of them. For one use. */
public final class Attempts {
  private final List<Refusal> refusals = new ArrayList<>();

  public void attempt(Runnable part) {
    try {
      part.run();
    } catch (Refusal e) {
      refusals.add(e);
    }
  }

  /** Ends the attempts; refuses if one of them refused. */
  public void end() {
    if (!refusals.isEmpty()) {
      throw Refusal.all(refusals);
    }
  }
}
