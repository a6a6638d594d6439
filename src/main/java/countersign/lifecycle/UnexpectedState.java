package countersign.lifecycle;

/**
 * An entity stands in a state from which this step cannot move it. The message is acknowledged and
 * counted; nothing was changed.
 */
public final class UnexpectedState extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnexpectedState(Entity entity, String id, String expected, String found) {
    super(
        "%s %s: expected %s, found %s. Nothing was changed."
            .formatted(entity.name().toLowerCase(java.util.Locale.ROOT), id, expected, found));
  }
}
