package countersign.lifecycle;

/**
 * Thrown if the current state of an entity does not allow the step. Nothing changes; the route
 * acknowledges the message and counts it.
 */
public final class UnexpectedState extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnexpectedState(Entity entity, String id, String expected, String found) {
    super(
        "%s %s: expected %s, found %s. Nothing was changed."
            .formatted(entity.name().toLowerCase(java.util.Locale.ROOT), id, expected, found));
  }
}
