package countersign.faults;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Signals to processes. */
final class Signals {
  private Signals() {}

  /** Freezes these processes. */
  static void freeze(List<ProcessHandle> processes) throws IOException, InterruptedException {
    send("-STOP", processes);
  }

  /** Lets them go on. */
  static void thaw(List<ProcessHandle> processes) throws IOException, InterruptedException {
    send("-CONT", processes);
  }

  /** A process and all its children. */
  static List<ProcessHandle> tree(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants()).toList();
  }

  private static void send(String signal, List<ProcessHandle> processes)
      throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(
                Stream.of("kill", signal),
                processes.stream().filter(ProcessHandle::isAlive).map(one -> "" + one.pid()))
            .toList();
    // A child may have ended meanwhile; the others got the signal.
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
