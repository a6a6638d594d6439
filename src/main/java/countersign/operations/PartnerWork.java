package countersign.operations;

/**
 * What is unfinished for a partner.
 *
 * @param files files that are not answered completely
 * @param uploads responses and acknowledgements that are not in its outbox
 */
public record PartnerWork(long files, long uploads) {
  /** True if nothing is unfinished. */
  public boolean isDone() {
    return files == 0 && uploads == 0;
  }

  /** Finds it for a partner, by its id. */
  @FunctionalInterface
  public interface Finder {
    /** What is unfinished now. */
    PartnerWork of(String partner);
  }
}
