package countersign.demo;

import com.sun.management.OperatingSystemMXBean;
import countersign.Countersign;
import countersign.pgp.Sealer;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The gateway's part of {@code bench/run}: creates a world with records and a sealed request file
 * of any size, then measures in a second process how long the gateway takes to process it. Writes
 * the results to {@code gateway.result}, one {@code name=value} per line.
 */
public final class Bench {
  private static final Logger LOG = LoggerFactory.getLogger(Bench.class);
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final int SEQUENCE = 1;
  private static final double TICKS_A_SECOND = 100; // of /proc/*/stat, on every Linux
  private static final RequestWriter.Format FORMAT = RequestWriter.Format.NDJSON;
  private static final String OPEN =
      """
      select not exists (select from file where acknowledged_at is not null and moved_at is not null)
        or exists (select from slice where state = 'TAKEN')
        or exists (select from work where stage = 'lookup')
      """;

  private static final String ACKNOWLEDGED =
      "select exists (select from file where acknowledged_at is not null)";

  private static final String WRONG =
      """
      select coalesce(
        (select 'The file is ' || state || ' ' || array_to_string(file_codes, ' ')
          from file where state in ('REFUSED', 'HELD', 'QUARANTINED') limit 1),
        (select 'Parked: ' || stage || ' ' || coalesce(cause, '') from work where state = 'PARKED' limit 1),
        '')
      """;

  private final DemoWorld.Place place;
  private final int requests;
  private final CountDownLatch calledOff = new CountDownLatch(1);
  private ProcessorTime begun = new ProcessorTime(0, 0);
  private ProcessorTime acknowledged = new ProcessorTime(0, 0);

  private Bench(DemoWorld.Place place, int requests) {
    this.place = place;
    this.requests = requests;
  }

  /**
   * Creates a world, or measures in an existing one.
   *
   * @param arguments {@code prepare} or {@code measure}; the world's folder; the folder with {@code
   *     config/} and {@code routes/}; the number of requests; ports of console, SFTP and database
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    DemoWorld.Place place =
        new DemoWorld.Place(
            Path.of(arguments[1]),
            Path.of(arguments[2]),
            Integer.parseInt(arguments[4]),
            Integer.parseInt(arguments[5]),
            Integer.parseInt(arguments[6]));
    Bench bench = new Bench(place, Integer.parseInt(arguments[3]));
    try (DemoWorld world = DemoWorld.start(place, Clock.systemUTC(), line -> {})) {
      if (arguments[0].equals("prepare")) {
        bench.prepare(world);
      } else {
        bench.measure(world);
      }
    } catch (DemoWorld.CannotStart sentence) {
      throw new IOException(sentence.getMessage(), sentence);
    }
  }

  /**
   * Creates as many people as requests, so that each person is asked about only once, and the
   * request file.
   */
  private void prepare(DemoWorld world) throws IOException, SQLException {
    List<SyntheticPerson> people =
        SyntheticPeople.make(Math.max(requests, DemoWorld.PEOPLE), DemoWorld.SEED);
    new RecordsDatabase(world.superuserUrl("records")).replace(people);
    RequestFiles files = new RequestFiles(people, Clock.systemUTC());
    Path sealed = place.home().resolve(files.id(SEQUENCE).value() + FORMAT.suffix());
    Keyring keys = world.keys();
    try (OutputStream out = Files.newOutputStream(sealed)) {
      files.write(
          new Sealer(keys.agency())
              .seal(out, List.of(keys.gateway().certificate()), Clock.systemUTC().instant()),
          SEQUENCE,
          requests,
          FORMAT);
    }
    tell("prepared.result", Map.of("file", sealed, "sealed_bytes", Files.size(sealed)));
  }

  /**
   * Measures, then keeps the database running for the comparison program until the standard input
   * ends, that is until the script that started this process ends.
   */
  private void measure(DemoWorld world) throws IOException {
    Thread watch = new Thread(this::untilInputEnds, "input");
    watch.setDaemon(true);
    watch.start();
    measureGateway(world);
    try {
      calledOff.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void untilInputEnds() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      LOG.warn("The standard input could not be read to its end", e);
    } finally {
      calledOff.countDown();
    }
  }

  private void measureGateway(DemoWorld world) throws IOException {
    Map<String, Object> settings = new LinkedHashMap<>(world.properties());
    settings.put("logging.file.name", place.home().resolve("countersign.log").toString());
    settings.put("logging.threshold.console", "WARN");
    SpringApplication application = Countersign.application(settings);
    application.setRegisterShutdownHook(false);
    try (ConfigurableApplicationContext gateway = application.run()) {
      JdbcClient sql = JdbcClient.create(gateway.getBean(DataSource.class));
      long empty = databaseBytes(sql);
      begun = processorTime();
      long dropped = drop();
      Polling.until("every case in a state", LONGEST, () -> settled(sql));
      Map<String, Object> found = new LinkedHashMap<>();
      found.put("seconds", "%.2f".formatted((System.nanoTime() - dropped) / 1e9));
      processorTimes(found, processorTime());
      found.put("database_bytes", databaseBytes(sql) - empty);
      found.put("peak_rss_kib", peakResidentKib());
      states(sql, found);
      tell("gateway.result", found);
    }
  }

  /**
   * Renames the file, as a partner does at the end of an upload; the measurement starts at the
   * rename.
   */
  private long drop() throws IOException {
    Path file = newest();
    Path inbox = place.home().resolve("sftp/dhs-ice/inbox");
    Path part = inbox.resolve(file.getFileName() + ".part");
    Files.copy(file, part);
    long begun = System.nanoTime();
    Files.move(part, inbox.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    return begun;
  }

  private Path newest() throws IOException {
    try (var files = Files.list(place.home())) {
      return files
          .filter(file -> file.toString().endsWith(FORMAT.suffix()))
          .max(Path::compareTo)
          .orElseThrow(() -> new IOException("No request file was prepared"));
    }
  }

  private Optional<Boolean> settled(JdbcClient sql) throws IOException {
    if (calledOff.getCount() == 0) {
      throw new IOException("Called off before every case was in a state");
    }
    String wrong = sql.sql(WRONG).query(String.class).single();
    if (!wrong.isEmpty()) {
      throw new IOException(wrong);
    }
    boolean open = sql.sql(OPEN).query(Boolean.class).single();
    if (acknowledged.gateway() == 0 && sql.sql(ACKNOWLEDGED).query(Boolean.class).single()) {
      acknowledged = processorTime();
    }
    return open ? Optional.empty() : Optional.of(true);
  }

  private static void states(JdbcClient sql, Map<String, Object> found) {
    sql.sql("select lower(state), count(*) from request_status group by 1 order by 1")
        .query((row, number) -> found.put(row.getString(1), row.getLong(2)))
        .list();
    found.put(
        "accounting_entries",
        sql.sql("select coalesce(sum(length(digests) / 32), 0) from accounting_block")
            .query(Long.class)
            .single());
    found.put(
        "read_seconds",
        sql.sql(
                "select extract(epoch from max(acknowledged_at) - max(received_at))::numeric(9, 2) from file")
            .query(String.class)
            .single());
  }

  /**
   * Seconds that processors have worked.
   *
   * @param gateway for this process, which also holds the broker and the partner's server
   * @param database for all processes of PostgreSQL
   */
  private record ProcessorTime(double gateway, double database) {}

  private ProcessorTime processorTime() throws IOException {
    Path pidFile = place.home().resolve("postgres/data/postmaster.pid");
    long server =
        Long.parseLong(Files.readAllLines(pidFile, StandardCharsets.UTF_8).get(0).strip());
    long ticks = 0;
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : processes) {
        ticks += ticks(process.resolve("stat"), server);
      }
    }
    double gateway =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    return new ProcessorTime(gateway, ticks / TICKS_A_SECOND);
  }

  /** The ticks of PostgreSQL's server and of its ended children, or of one child that runs. */
  private static long ticks(Path stat, long server) throws IOException {
    try {
      String line = Files.readString(stat, StandardCharsets.UTF_8);
      String[] words = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
      long own = Long.parseLong(words[11]) + Long.parseLong(words[12]);
      if (line.startsWith(server + " ")) {
        return own + Long.parseLong(words[13]) + Long.parseLong(words[14]);
      }
      return words[1].equals(Long.toString(server)) ? own : 0;
    } catch (NoSuchFileException e) {
      return 0; // it ended meanwhile, and its parent counts it
    }
  }

  private void processorTimes(Map<String, Object> found, ProcessorTime ended) {
    found.put("read_cpu", seconds(acknowledged, begun));
    found.put("gateway_cpu", "%.2f".formatted(ended.gateway() - begun.gateway()));
    found.put("cpu", seconds(ended, begun));
  }

  private static String seconds(ProcessorTime to, ProcessorTime from) {
    return "%.2f".formatted(to.gateway() - from.gateway() + to.database() - from.database());
  }

  private static long databaseBytes(JdbcClient sql) {
    return sql.sql("select pg_database_size(current_database())").query(Long.class).single();
  }

  /** Peak memory use of this process: heap, code and threads, KiB. */
  private static String peakResidentKib() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"), StandardCharsets.UTF_8)) {
      if (line.startsWith("VmHWM:")) {
        return line.replaceAll("\\D", "");
      }
    }
    return "";
  }

  private void tell(String name, Map<String, ?> found) throws IOException {
    StringBuilder lines = new StringBuilder();
    found.forEach((key, value) -> lines.append(key).append('=').append(value).append('\n'));
    Path file = place.home().resolve(name);
    Path part = Path.of(file + ".part");
    Files.writeString(part, lines, StandardCharsets.UTF_8);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
