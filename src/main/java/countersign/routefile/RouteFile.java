package countersign.routefile;

/**
 * A route file as it was read once. Camel gets these bytes.
 *
 * @param name relative to the directory of the routes
 * @param bytes the whole content
 * @param sha256 SHA-256 of the content, hexadecimal
 */
public record RouteFile(String name, byte[] bytes, String sha256) {
  /** Keeps a copy of the bytes. */
  public RouteFile {
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }
}
