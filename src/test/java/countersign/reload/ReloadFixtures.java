package countersign.reload;

import countersign.authority.Authority;
import countersign.lifecycle.Lifecycle;
import countersign.pipeline.RunningRoutes;
import java.nio.file.Path;

/** The watch over route files in development, one look at a time. */
public final class ReloadFixtures {
  private ReloadFixtures() {}

  /** One look at a directory; each call looks once. */
  public static Runnable devOn(
      Path routes, Authority authority, RunningRoutes running, Lifecycle lifecycle) {
    return new DevReload(authority, new RouteReader(routes), running, lifecycle)::once;
  }
}
