package countersign.journal;

/**
 * A file in a partner's folder that the database does not know, although it knows all files that
 * came before.
 *
 * @param folder {@code outbox}, {@code archive} or {@code rejected}
 * @param name as it lies there
 */
public record UnknownFile(String partner, String folder, String name) {
  @Override
  public String toString() {
    return partner + "/" + folder + "/" + name;
  }
}
