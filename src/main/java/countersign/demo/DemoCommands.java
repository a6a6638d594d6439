package countersign.demo;

import countersign.cli.CommandProvider;
import java.util.List;
import java.util.concurrent.Callable;

/** The commands that the demo jar adds to those of the production jar. */
public final class DemoCommands implements CommandProvider {

  @Override
  public List<Callable<Integer>> commands() {
    return List.of(new DemoCommand(), new SecretsCommand(), new SeedCommand());
  }
}
