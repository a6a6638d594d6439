package countersign.cli;

/** Runs commands for tests of other packages. */
public final class CommandLines {
  private CommandLines() {}

  /**
   * Result of a command.
   *
   * @param exit 0 yes, 1 no, 2 misuse
   */
  public record Ended(int exit, String out, String err) {}

  /** Runs one command line. */
  public static Ended run(Object... arguments) {
    CommandLineTest.Ended ended = CommandLineTest.run(arguments);
    return new Ended(ended.exit(), ended.out(), ended.err());
  }
}
