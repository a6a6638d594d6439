package countersign.partnertool;

import java.nio.file.Path;

/** The folder in which commands look for {@code config}, {@code routes} and {@code var}. */
public final class ProjectFolder {
  private ProjectFolder() {}

  /** The folder that {@code bin/countersign} sets, or else the working directory. */
  public static Path path() {
    return Path.of(System.getProperty("countersign.project", "."));
  }
}
