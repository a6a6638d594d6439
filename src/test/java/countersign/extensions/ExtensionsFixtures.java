package countersign.extensions;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Further jars without a configuration. */
public final class ExtensionsFixtures {
  private ExtensionsFixtures() {}

  /** No list, whatever is in the folder. */
  public static VerifiedJars none(Path directory) {
    return VerifiedJars.compared(
        directory, new SignedList(Map.of(), Set.of(), SignedList.Standing.ABSENT), null);
  }

  /**
   * Jars in {@code extensions/} of a directory.
   *
   * @param list SHA-256 by name of the file
   * @param address where the record source is
   */
  public static VerifiedJars of(
      Path directory, Map<String, String> list, @Nullable String address, String... components) {
    return VerifiedJars.compared(
        directory, new SignedList(list, Set.of(components), SignedList.Standing.COUNTS), address);
  }
}
