package countersign.stops;

/** Previews of stops; another package keeps requests and responses. */
public interface StopPreviews {

  /** What a stop with this target would catch now. */
  StopPreview of(Stop.Target target);
}
