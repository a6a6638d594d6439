package countersign.cli;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * Commands that another package adds to the command line. {@link java.util.ServiceLoader} finds it;
 * the production jar holds no provider.
 */
public interface CommandProvider {

  /** Commands, each with picocli's {@code @Command}, in the order in which the help lists them. */
  List<Callable<Integer>> commands();
}
