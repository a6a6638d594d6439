package countersign.kit;

import countersign.cli.CommandProvider;
import java.util.List;
import java.util.concurrent.Callable;

/** The command that this package adds to those of the production jar. */
public final class KitCommands implements CommandProvider {

  @Override
  public List<Callable<Integer>> commands() {
    return List.of(new KitCommand());
  }
}
