package countersign;

/** Starts the one program: a command for the shell, or the gateway itself. */
public final class Countersign {
  private Countersign() {}

  /**
   * Runs the command named by the arguments.
   *
   * @param arguments as typed
   */
  public static void main(String[] arguments) {}
}
