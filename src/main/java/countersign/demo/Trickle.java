package countersign.demo;

import countersign.pgp.Sealer;
import countersign.request.FileId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The gateway's part of {@code bench/trickle}: one small request file after the other, with the
 * time from its rename in {@code inbox/} until all its cases are in the work-list, and from its
 * last second signature until its response is in {@code outbox/}.
 */
public final class Trickle {
  private static final int REQUESTS = 5;
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final DemoGateway gateway;
  private final RequestFiles files;
  private final Reviewers reviewers;
  private final JdbcClient sql;
  private final Clock clock = Clock.systemUTC();

  private Trickle(DemoGateway gateway, JdbcClient sql) throws IOException {
    this.gateway = gateway;
    this.files = new RequestFiles(gateway.world().people(), clock);
    this.reviewers = new Reviewers(DemoConnection.read(gateway.connectionFile()));
    this.sql = sql;
  }

  /** The times of one file, milliseconds. */
  private record Measured(long toWorkList, long toOutbox) {}

  /**
   * Measures in a new world.
   *
   * @param arguments the world's folder; the folder with {@code config/} and {@code routes/}; the
   *     number of files; how many of them only warm the JVM up
   */
  public static void main(String[] arguments) throws Exception {
    DemoWorld.Place place =
        new DemoWorld.Place(Path.of(arguments[0]), Path.of(arguments[1]), 0, 0, 0).onFreePorts();
    DemoWorld world = DemoWorld.begin(place, Clock.systemUTC(), line -> {});
    try (DemoGateway gateway = DemoGateway.start(world);
        SingleConnectionDataSource database =
            new SingleConnectionDataSource(
                DriverManager.getConnection(world.superuserUrl("countersign")), true)) {
      new Trickle(gateway, JdbcClient.create(database))
          .run(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
    }
  }

  private void run(int count, int warm) throws IOException, SQLException {
    List<Measured> found = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      long begun = System.nanoTime();
      Measured one = exchange(i);
      if (i > warm) {
        found.add(one);
      }
      rest(Duration.ofSeconds(1).minusNanos(System.nanoTime() - begun));
    }
    Files.writeString(
        gateway.world().place().home().resolve("trickle.result"),
        line("visible to work-list", found.stream().map(Measured::toWorkList).toList())
            + line("second signature to outbox", found.stream().map(Measured::toOutbox).toList()));
  }

  private Measured exchange(int sequence) throws IOException {
    FileId file = files.id(sequence);
    Instant visible = drop(file, sequence);
    Instant listed =
        await(
            "every case of " + file,
            "select max(drafted_at) from draft join request_status using (id) where file_id = ? having count(*) = "
                + REQUESTS,
            file);
    for (String user : List.of("adams", "baker")) {
      for (String id : reviewers.waiting(user, file)) {
        reviewers.claim(user, file, id);
        reviewers.sign(user, file, id, user.equals("adams") ? "endorse" : "countersign");
      }
    }
    Instant signed =
        await(
            "signatures of " + file,
            "select max(a.at) from approval a join request_status status on status.id = a.id where step = 'COUNTERSIGN' and file_id = ?",
            file);
    Polling.until("the responses to " + file, LONGEST, () -> delivered(file));
    Instant there = inOutbox(file);
    return new Measured(
        Duration.between(visible, listed).toMillis(), Duration.between(signed, there).toMillis());
  }

  private Instant drop(FileId file, int sequence) throws IOException {
    Path inbox = gateway.world().place().home().resolve("sftp/dhs-ice/inbox");
    String name = file.value() + RequestWriter.Format.NDJSON.suffix();
    Path part = inbox.resolve(name + ".part");
    Keyring keys = gateway.world().keys();
    try (OutputStream sealed =
            new Sealer(keys.agency())
                .seal(
                    Files.newOutputStream(part),
                    List.of(keys.gateway().certificate()),
                    clock.instant());
        RequestWriter writer =
            new RequestWriter(sealed, files.header(file, sequence), RequestWriter.Format.NDJSON)) {
      for (int i = 0; i < REQUESTS; i++) {
        writer.add(files.valid(sequence, sequence * REQUESTS + i, 0));
      }
    }
    Files.move(part, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    return clock.instant();
  }

  private Instant await(String what, String query, FileId file) throws IOException {
    return Polling.until(
        what, LONGEST, () -> sql.sql(query).param(file.value()).query(Instant.class).optional());
  }

  private Optional<Boolean> delivered(FileId file) {
    boolean all =
        sql.sql("select bool_and(state = 'DELIVERED') from request_status where file_id = ?")
            .param(file.value())
            .query(Boolean.class)
            .single();
    return all ? Optional.of(true) : Optional.empty();
  }

  /**
   * The time at which the last response to the file got its name, which is the time of its last
   * change of status.
   */
  private Instant inOutbox(FileId file) throws IOException {
    Path outbox = gateway.world().place().home().resolve("sftp/dhs-ice/outbox");
    Instant last = Instant.EPOCH;
    try (DirectoryStream<Path> responses =
        Files.newDirectoryStream(outbox, file.value() + ".rsp.*")) {
      for (Path response : responses) {
        Instant named = ((FileTime) Files.getAttribute(response, "unix:ctime")).toInstant();
        last = named.isAfter(last) ? named : last;
      }
    }
    return last;
  }

  private static void rest(Duration rest) throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(Math.max(0, rest.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted between two files", e);
    }
  }

  private static String line(String what, List<Long> millis) {
    List<Long> sorted = millis.stream().sorted().toList();
    Map<String, Long> figures = new LinkedHashMap<>();
    for (int percent : new int[] {50, 90, 99, 100}) {
      figures.put("p" + percent, sorted.get((sorted.size() * percent + 99) / 100 - 1));
    }
    return "%s, ms, %d files: %s%n".formatted(what, sorted.size(), figures);
  }
}
