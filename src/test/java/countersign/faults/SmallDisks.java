package countersign.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/**
 * Small file systems in memory, which only processes in their own mount namespace see. Needs root.
 */
final class SmallDisks implements AutoCloseable {
  private static final String FILLER = "filler";

  private final Process holder;

  private SmallDisks(Process holder) {
    this.holder = holder;
  }

  /** Mounts a file system at each folder, of so many MiB. */
  static SmallDisks at(Map<Path, Integer> folders) throws IOException {
    Path ready = Files.createTempFile("small-disks", "");
    Files.delete(ready);
    for (Path folder : folders.keySet()) {
      Files.createDirectories(folder);
    }
    String mounts =
        folders.entrySet().stream()
            .map(
                one ->
                    "mount -t tmpfs -o size=%dm tmpfs '%s'".formatted(one.getValue(), one.getKey()))
            .collect(Collectors.joining(" && "));
    Process holder =
        new ProcessBuilder(
                "unshare",
                "-m",
                "sh",
                "-c",
                "%s && touch '%s' && exec sleep infinity".formatted(mounts, ready))
            .redirectErrorStream(true)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(holder::destroyForcibly));
    Awaitility.await("small disks at " + folders.keySet()).until(() -> Files.exists(ready));
    Files.delete(ready);
    return new SmallDisks(holder);
  }

  /** Words before a command that shall see the disks, and run in this folder. */
  List<String> before(Path directory) {
    return List.of("nsenter", "-t", String.valueOf(holder.pid()), "-m", "-W" + directory);
  }

  /** A folder on a disk as this process sees it. */
  Path seen(Path folder) {
    return Path.of("/proc", String.valueOf(holder.pid()), "root")
        .resolve(folder.toString().substring(1));
  }

  /** Leaves no byte free. */
  void fill(Path folder) throws IOException, InterruptedException {
    new ProcessBuilder("dd", "if=/dev/zero", "of=" + seen(folder).resolve(FILLER), "bs=4k")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    long free = Files.getFileStore(seen(folder)).getUsableSpace();
    if (free > 0) {
      throw new IllegalStateException("%s has %d bytes free".formatted(folder, free));
    }
  }

  /** Removes what filled it. */
  void free(Path folder) throws IOException {
    Files.deleteIfExists(seen(folder).resolve(FILLER));
  }

  @Override
  public void close() {
    holder.destroyForcibly().onExit().join();
  }
}
