package countersign.endpoints;

/** A component with one address, and so with one endpoint. */
public interface Addressed {
  /** What a route writes to name the endpoint, such as {@code records-https:find-addresses}. */
  String written();
}
