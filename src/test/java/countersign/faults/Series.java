package countersign.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Lets faults happen one after the other while files arrive and reviewers sign, and checks after
 * each. The seed determines the kinds, their targets, lengths and moments.
 */
final class Series {
  /** Events of the ledger after which a fault may begin, so that each stage is hit. */
  private static final List<String> STAGES =
      List.of(
          "receive",
          "read",
          "acknowledge",
          "draft",
          "endorse",
          "countersign",
          "release",
          "seal",
          "dispatch",
          "deliver");

  private static final Duration RECOVERY = Duration.ofMinutes(10);

  private final Fleet fleet;
  private final Load load;
  private final Counts counts;
  private final Looks looks;
  private final Random random;
  private final Pace pace;
  private boolean looked;

  /** Prepares a series. */
  Series(Fleet fleet, Load load, long seed, Pace pace) {
    this.pace = pace;
    this.fleet = fleet;
    this.load = load;
    this.counts = new Counts(fleet);
    this.looks = new Looks(fleet);
    this.random = new Random(seed);
  }

  /**
   * What one fault did.
   *
   * @param stage the event after which it began; empty if none came in time
   * @param seconds from its end until every file that was sent before was answered
   */
  record Outcome(
      Fault fault, String stage, long seconds, Counts.Numbers numbers, long slowestLook) {}

  /** Lets a fault happen, waits until all is well and answered, and compares the counts. */
  Outcome next(Fault fault) throws IOException, InterruptedException {
    String stage = happens(fault);
    long healed = System.nanoTime();
    answered(load.sent());
    return new Outcome(
        fault,
        stage,
        Duration.ofNanos(System.nanoTime() - healed).toSeconds(),
        counts.compare(),
        looks.slowest());
  }

  /** Lets a fault happen and waits until both gateways are well; returns the stage it hit. */
  String happens(Fault fault) throws IOException, InterruptedException {
    String stage = interrupts(fault);
    recovers();
    return stage;
  }

  /** Lets a fault begin, looks at the gateways, and ends it; returns the stage it hit. */
  String interrupts(Fault fault) throws IOException, InterruptedException {
    if (!looked) {
      looks.everyPageOnce();
      looked = true;
    }
    String stage = awaitStage();
    Fault.Begun begun = fault.begin(fleet, random);
    try {
      if (!begun.word().isEmpty()) {
        says(begun);
      }
      for (Member member : begun.lookedAt()) {
        looks.allAnswer(member);
      }
      countsMeanwhile(fault);
      pause(pace.length(random));
    } finally {
      begun.healing().heal();
    }
    return stage;
  }

  /** Waits until both gateways are well, and compares the counts. */
  void recovers() throws IOException {
    fleet.everyGatewayIsUp();
    counts.compare();
  }

  private void says(Fault.Begun begun) {
    Duration longest = Duration.ofMinutes(3);
    if (begun.all()) {
      begun.lookedAt().forEach(member -> looks.awaitWord(member, begun.word(), longest));
    } else {
      Awaitility.await(begun.word())
          .atMost(longest)
          .pollInterval(Duration.ofMillis(300))
          .ignoreExceptionsMatching(IOException.class::isInstance)
          .until(
              () -> {
                for (Member member : begun.lookedAt()) {
                  if (looks.says(member, begun.word())) {
                    return true;
                  }
                }
                return false;
              });
    }
  }

  /** The counts agree during the fault too, unless nobody can ask the database. */
  private void countsMeanwhile(Fault fault) throws IOException {
    if (fault != Fault.DATABASE_KILLED && fault != Fault.DATABASE_FROZEN) {
      counts.compare();
    }
  }

  private String awaitStage() {
    String stage = STAGES.get(random.nextInt(STAGES.size()));
    Rows rows = Rows.of(fleet.database());
    String count = "select count(*) from event where verb = '%s'".formatted(stage);
    long before = rows.count(count);
    try {
      Awaitility.await(stage)
          .atMost(pace.stageWait())
          .pollInterval(Duration.ofMillis(20))
          .until(() -> rows.count(count) > before);
      return stage;
    } catch (ConditionTimeoutException e) {
      return "";
    }
  }

  /** Waits until each of these files is answered. */
  void answered(List<String> files) {
    try {
      Awaitility.await()
          .atMost(RECOVERY)
          .pollInterval(Duration.ofMillis(500))
          .until(() -> counts.missing(files).isEmpty());
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("Not answered: " + counts.missing(files) + counts.unfinished(), e);
    }
  }

  /** Ends the load, waits until all work is done, and compares everything. */
  Counts.Numbers ends() throws IOException, InterruptedException {
    load.endSending();
    answered(load.sent());
    Awaitility.await("no work")
        .atMost(RECOVERY)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> counts.unfinished().isEmpty());
    return counts.everythingIsAnsweredOnce(load.sent().size() * Load.REQUESTS);
  }

  private static void pause(Duration length) throws InterruptedException {
    Thread.sleep(length.toMillis());
  }

  Looks looks() {
    return looks;
  }

  Counts counts() {
    return counts;
  }
}
