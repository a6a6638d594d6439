package countersign.demo;

import countersign.delivery.VerifyingFrames;
import countersign.request.FileId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Prints how much of the time from the second signature to the file in the partner's outbox is
 * signing and verifying, in the demo's gateway: partner, reviewers, queues, timers and upload are
 * the real ones. A second thread looks every millisecond whether one of the gateway's workers
 * verifies. Each size is one file whose requests name one officer, so that they leave in one
 * response.
 */
public final class VerificationShare {
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final int HANDS = 4;
  private static final int OFFICER = 3;

  private final DemoGateway gateway;
  private final DemoConnection connection;
  private final JdbcClient sql;

  private VerificationShare(DemoGateway gateway, JdbcClient sql) throws IOException {
    this.gateway = gateway;
    this.connection = DemoConnection.read(gateway.connectionFile());
    this.sql = sql;
  }

  /** The times of one response. */
  private record Times(double signed, double released, double delivered) {}

  /**
   * Measures.
   *
   * @param arguments first the seconds between two release times, in which the second reviewer must
   *     sign everything; then the numbers of requests, each of which is one file
   */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path home = Files.createTempDirectory("verification-share");
    DemoWorld.Place place =
        new DemoWorld.Place(home, Path.of("."), 18080, 12222, 15432).onFreePorts();
    DemoWorld world = DemoWorld.start(place, Clock.systemUTC(), line -> {});
    agreement(world, arguments.length == 0 ? "30" : arguments[0]);
    try (DemoGateway gateway = DemoGateway.start(world);
        Connection connection = DriverManager.getConnection(world.superuserUrl("countersign"))) {
      VerificationShare share =
          new VerificationShare(
              gateway, JdbcClient.create(new SingleConnectionDataSource(connection, true)));
      share.one(1, 1); // the first file of a JVM is not measured
      out.println(
          "requests  responses  signature to delivery s  release to delivery s  verifying ms");
      int sequence = 1;
      for (int at = 1; at < Math.max(2, arguments.length); at++) {
        sequence++;
        int requests = arguments.length < 2 ? 1 : Integer.parseInt(arguments[at]);
        out.println(share.one(sequence, requests));
      }
    }
  }

  /** All requests of a file must leave at one time, and none may be held for their number. */
  private static void agreement(DemoWorld world, String seconds) throws IOException {
    Path document = world.configuration().resolve("agreements/irs-ice-2025.yaml");
    String limits =
        "(largeVolume|officerLoad|officerCeiling|recurringAddress)Subjects|sameReasonRequests";
    Files.writeString(
        document,
        Files.readString(document)
            .replaceAll("((?:" + limits + "): )[0-9]+", "$1" + 2_000_000_000)
            .replaceAll(
                "releaseEvery: \"?[0-9]+ seconds\"?", "releaseEvery: " + seconds + " seconds"));
    new DemoSignatures(world.keys(), Clock.systemUTC().instant()).sign(document);
  }

  private String one(int sequence, int requests) throws IOException, SQLException {
    RequestFiles files = new RequestFiles(gateway.world().people(), Clock.systemUTC());
    FileId file = files.id(sequence);
    List<ExpectedOutcome> planned = new ArrayList<>();
    for (int index = 0; index < requests; index++) {
      planned.add(
          new ExpectedOutcome(
              files.valid(sequence, sequence * 1_000 + index, OFFICER),
              "",
              ExpectedOutcome.Outcome.DISCLOSED,
              List.of(),
              null));
    }
    try (DemoPartner partner = DemoPartner.of(connection, Clock.systemUTC())) {
      partner.send(files.header(file, sequence), planned);
    }
    decideAll("adams", "endorse", file, requests);
    Sampler sampler = new Sampler();
    sampler.start();
    decideAll("baker", "countersign", file, requests);
    List<Times> responses =
        Polling.until("the responses of " + file, PATIENCE, () -> delivered(file, requests));
    sampler.end();
    return line(requests, responses, sampler.milliseconds());
  }

  private static String line(int requests, List<Times> responses, double verifying) {
    double whole = responses.stream().mapToDouble(one -> one.delivered() - one.signed()).sum();
    double work = responses.stream().mapToDouble(one -> one.delivered() - one.released()).sum();
    return "%8d  %9d  %10.2f (%.1f %%)  %10.2f (%.1f %%)  %8.0f"
        .formatted(
            requests,
            responses.size(),
            whole,
            verifying / whole / 10,
            work,
            verifying / work / 10,
            verifying);
  }

  /** The times of all responses, once they contain all requests. */
  private Optional<List<Times>> delivered(FileId file, int requests) {
    List<Times> times =
        sql.sql(
                """
                select extract(epoch from r.released_at) as released, extract(epoch from r.delivered_at) as delivered,
                  (select extract(epoch from max(a.at)) from approval a join response_item i on i.request = a.id
                    where i.response_id = r.id) as signed
                from response r where r.file_id = ? and r.delivered_at is not null
                """)
            .param(file.value())
            .query(
                (row, number) ->
                    new Times(
                        row.getDouble("signed"),
                        row.getDouble("released"),
                        row.getDouble("delivered")))
            .list();
    Long answered =
        sql.sql(
                "select count(*) from response_item i join response r on r.id = i.response_id where r.file_id = ? and r.delivered_at is not null")
            .param(file.value())
            .query(Long.class)
            .single();
    return answered == requests ? Optional.of(times) : Optional.empty();
  }

  private void decideAll(String user, String step, FileId file, int requests) throws IOException {
    Reviewers reviewers = new Reviewers(connection);
    List<String> waiting =
        Polling.until(
            requests + " cases for " + user,
            PATIENCE,
            () -> Optional.of(reviewers.waiting(user, file)).filter(ids -> ids.size() >= requests));
    ExecutorService hands = Executors.newFixedThreadPool(HANDS);
    try {
      CompletableFuture.allOf(
              waiting.stream()
                  .map(
                      id ->
                          CompletableFuture.runAsync(
                              () -> decide(reviewers, user, step, file, id), hands))
                  .toArray(CompletableFuture<?>[]::new))
          .join();
    } finally {
      hands.shutdownNow();
    }
  }

  private static void decide(
      Reviewers reviewers, String user, String step, FileId file, String requestId) {
    try {
      reviewers.claim(user, file, requestId);
      reviewers.sign(user, file, requestId, step);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Adds up the time in which a worker of a queue verifies. */
  private static final class Sampler extends Thread {
    private final AtomicBoolean ended = new AtomicBoolean();
    private final List<Thread> workers =
        Thread.getAllStackTraces().keySet().stream()
            .filter(one -> one.getName().matches(".*JmsConsumer\\[(release|seal|deliver)\\].*"))
            .toList();
    private long nanos;

    Sampler() {
      super("sampler");
      if (workers.isEmpty()) {
        throw new IllegalStateException("The gateway has no workers with the expected names");
      }
    }

    @Override
    public void run() {
      long before = System.nanoTime();
      while (!ended.get()) {
        LockSupport.parkNanos(1_000_000);
        long now = System.nanoTime();
        if (workers.stream().anyMatch(one -> VerifyingFrames.isIn(one.getStackTrace()))) {
          nanos += now - before;
        }
        before = now;
      }
    }

    double milliseconds() {
      return nanos / 1e6;
    }

    void end() {
      ended.set(true);
      try {
        join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
