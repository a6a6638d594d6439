package countersign.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Runs {@code bench/faults}: batches of faults, each in a world of its own, until there were as
 * many faults as wanted. A batch that was broken off is run again from its start.
 */
public final class Faults {
  private static final List<Fault> ALL = List.of(Fault.values());

  private final Path into;
  private final long seed;
  private final int batch;
  private final PrintStream out;

  private Faults(Path into, long seed, int batch, PrintStream out) {
    this.into = into;
    this.seed = seed;
    this.batch = batch;
    this.out = out;
  }

  /**
   * Runs batches.
   *
   * @param arguments the folder of the results, the number of faults, the seed, faults in a batch
   */
  public static void main(String[] arguments) throws Exception {
    Path into = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
    Faults faults =
        new Faults(into, Long.parseLong(arguments[2]), Integer.parseInt(arguments[3]), System.out);
    int exit = 1;
    try {
      faults.run(Integer.parseInt(arguments[1]));
      exit = 0;
    } catch (AssertionError | Exception e) { // whatever it is, the processes must end
      e.printStackTrace(System.out);
    }
    System.exit(exit); // threads of the servers' clients may still wait
  }

  private Path results() {
    return into.resolve("faults-%d-%d.tsv".formatted(seed, batch));
  }

  /** Goes on after the last batch that is in the results. */
  private void run(int wanted) throws Exception {
    int done = 0;
    if (Files.exists(results())) {
      try (Stream<String> lines = Files.lines(results())) {
        done = (int) lines.count();
      }
    }
    for (int first = done; first < wanted; first += batch) {
      batch(first, Math.min(batch, wanted - first));
    }
    out.printf(
        "%d faults, seed %d: nothing lost, doubled or unapproved. %s%n",
        Math.max(done, wanted), seed, results());
  }

  private void batch(int first, int count) throws Exception {
    Path folder = Files.createTempDirectory(into, "world-");
    long own = seed * 1_000_003 + first;
    StringBuilder lines = new StringBuilder();
    try (Fleet fleet = Fleet.start(folder, Pace.SHIPPED);
        Load load = new Load(fleet)) {
      load.begin(6);
      Series series = new Series(fleet, load, own, Pace.SHIPPED);
      Random kinds = new Random(own);
      for (int i = 0; i < count; i++) {
        Fault fault = ALL.get(kinds.nextInt(ALL.size()));
        out.printf("%d %s%n", first + i + 1, fault);
        Series.Outcome outcome = series.next(fault);
        String line = line(first + i + 1, outcome);
        out.println(line);
        lines.append(line).append('\n');
      }
      Counts.Numbers numbers = series.ends();
      out.printf(
          "batch of %d done: %d files, %d requests, each answered once; %d decisions, %d calls without answer; %s%n",
          count,
          load.sent().size(),
          load.sent().size() * Load.REQUESTS,
          load.signed(),
          load.unanswered(),
          numbers);
    }
    Files.writeString(
        results(),
        lines,
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    remove(folder);
  }

  private static String line(int number, Series.Outcome outcome) {
    return "%d\t%s\tafter %s\tanswered %d s after its end\t%s\tslowest look %d ms"
        .formatted(
            number,
            outcome.fault(),
            outcome.stage().isEmpty() ? "no event" : outcome.stage(),
            outcome.seconds(),
            outcome.numbers(),
            outcome.slowestLook());
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
