package countersign.delivery;

import static countersign.approval.ApprovalFixtures.ADAMS;
import static countersign.approval.ApprovalFixtures.BAKER;
import static countersign.approval.ApprovalFixtures.COUNSEL;

import countersign.approval.Decision;
import countersign.authority.Schedule;
import countersign.records.FoundRecord;
import countersign.records.RecordsFixtures;
import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.request.RequestKey;
import countersign.request.ResponseId;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/**
 * Simulates an exchange in which files of every internal outcome arrive at random times and people
 * decide at random times. Records which files the partner finds in its outbox, and when.
 */
final class PartnersView {
  private static final Duration ARRIVALS = Duration.ofDays(2);
  private static final Duration TICK = Duration.ofHours(1);
  private static final int REQUESTS = 2;

  final World world;
  private final Schedule schedule;
  private final Random random;
  private final PriorityQueue<Moment> moments =
      new PriorityQueue<>(Comparator.comparing(Moment::at));
  private final Map<String, Sent> files = new HashMap<>();
  private final Map<String, Long> worked = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  /** An action at a time of the simulation. */
  private record Moment(Instant at, Runnable what) {}

  /** A file and what its partner observes of it. */
  static final class Sent {
    final Inner inner;
    final FileId file;
    final Instant acknowledgedAt;
    final List<String> responses = new ArrayList<>();
    final List<Instant> answeredAt = new ArrayList<>();

    Sent(Inner inner, FileId file, Instant acknowledgedAt) {
      this.inner = inner;
      this.file = file;
      this.acknowledgedAt = acknowledgedAt;
    }
  }

  PartnersView(Path keys, Schedule schedule, long seed) {
    this.world = new World(keys, schedule);
    this.schedule = schedule;
    this.random = new Random(seed);
    world.intake().rules().answersWithin(schedule.answerWithin());
  }

  /** Simulates {@code each} files of each outcome until all of them are answered. */
  List<Sent> plays(List<Inner> outcomes, int each) {
    List<Inner> order = new ArrayList<>();
    outcomes.forEach(inner -> order.addAll(Collections.nCopies(each, inner)));
    Collections.shuffle(order, random);
    Instant begin = world.clock().instant();
    List<Instant> arrivals =
        order.stream().map(inner -> begin.plus(upTo(ARRIVALS))).sorted().toList();
    for (int i = 0; i < order.size(); i++) {
      arrives(i + 1, order.get(i), arrivals.get(i));
    }
    Instant end = begin.plus(ARRIVALS).plus(schedule.answerWithin()).plus(Duration.ofDays(1));
    for (Instant at = begin; at.isBefore(end); at = at.plus(TICK)) {
      moments.add(new Moment(at, () -> {}));
    }
    while (!moments.isEmpty()) {
      Moment next = moments.remove();
      Instant now = world.clock().instant();
      if (next.at().isAfter(now)) {
        world.passes(Duration.between(now, next.at()));
      }
      next.what().run();
      publishes();
    }
    return files.values().stream().sorted(Comparator.comparing(one -> one.file.value())).toList();
  }

  private Duration upTo(Duration most) {
    return Duration.ofMinutes(1 + random.nextInt((int) most.toMinutes()));
  }

  private void triesToGetPast(RequestKey key) {
    world.approvals().endorse(key, ADAMS);
    world.approvals().decisions().reconsider(key, COUNSEL, "Perhaps.");
  }

  private void arrives(int number, Inner inner, Instant at) {
    moments.add(new Moment(at, () -> arrives(number, inner)));
    Duration reviewing = schedule.answerWithin().minusHours(20);
    Instant first = at.plus(upTo(reviewing));
    Instant second = first.plus(upTo(Duration.ofHours(18)));
    String file = "DHS-ICE_T_20261124_%04d".formatted(number);
    for (int i = 1; i <= REQUESTS; i++) {
      RequestKey key = World.key(new FileId(file), i);
      switch (inner) {
        case REFUSED_FIRST ->
            moments.add(
                new Moment(first, () -> world.approvals().decisions().deny(key, ADAMS, "No.")));
        case REFUSED_SECOND -> {
          moments.add(new Moment(first, () -> world.approvals().endorse(key, ADAMS)));
          moments.add(
              new Moment(second, () -> world.approvals().decisions().deny(key, BAKER, "No.")));
        }
        case VETOED -> {
          moments.add(
              new Moment(first, () -> world.approvals().decisions().deny(key, COUNSEL, "No.")));
          moments.add(new Moment(second, () -> triesToGetPast(key)));
        }
        case IMPAIRED -> moments.add(new Moment(first, () -> impairs(key)));
        case HALF_APPROVED ->
            moments.add(new Moment(first, () -> world.approvals().endorse(key, ADAMS)));
        case DISCLOSED -> moments.add(new Moment(first, () -> world.approvals().twoApprove(key)));
        case NO_RECORD,
            ANOTHER_NAME,
            ADDRESS_OF_ANOTHER,
            AMBIGUOUS,
            OUTSIDE_PERIOD,
            NEVER_DECIDED -> {
          // no reviewer decides about these
        }
      }
    }
  }

  private void impairs(RequestKey key) {
    world
        .approvals()
        .decisions()
        .endorse(
            key,
            ADAMS,
            new Decision(
                world.approvals().hash(key), "It would impair another case.", false, true));
  }

  /** Takes, acknowledges and looks up a file about people that no other file names. */
  private void arrives(int number, Inner inner) {
    int people = number * 10;
    for (int i = 1; i <= REQUESTS; i++) {
      records(inner, people + i).forEach(world.approvals()::holds);
    }
    FileId file =
        world
            .intake()
            .arrives(number, REQUESTS, line -> asks(line, people, inner == Inner.AMBIGUOUS));
    if (!world.work("lookup").isEmpty()) {
      throw new AssertionError("A look-up can begin before the acknowledgement lies in the outbox");
    }
    String id = file + ".ack.001";
    world.delivery().acknowledges(id);
    files.put(file.value(), new Sent(inner, file, world.clock().instant()));
    world.approvals().lookUp();
  }

  private static String asks(String line, int people, boolean withoutNumber) {
    int i = Integer.parseInt(line.replaceFirst(".*\"requestId\":\"R-0*([0-9]+)\".*", "$1"));
    String request =
        line.replace(RequestFile.tin(i), RequestFile.tin(people + i))
            .replace("HSI-2026-%06d".formatted(i), "HSI-2026-%06d".formatted(people + i))
            .replace("\"%d N Oak St".formatted(i), "\"%d N Oak St".formatted(people + i));
    return withoutNumber ? request.replaceFirst(",\"tin\":\\{[^}]*}", "") : request;
  }

  private static List<FoundRecord> records(Inner inner, int person) {
    String tin = RequestFile.tin(person);
    return switch (inner) {
      case NO_RECORD -> List.of();
      case ANOTHER_NAME -> List.of(row(tin, "Okafor", person + " North Oak Street", "2024"));
      case ADDRESS_OF_ANOTHER -> List.of(row(tin, "Garcia Morales", "9 Elm Rd", "2024"));
      case AMBIGUOUS ->
          List.of(
              row(tin, "Garcia Morales", person + " North Oak Street", "2024"),
              row(
                  RequestFile.tin(person + 50_000),
                  "Garcia Morales",
                  person + " North Oak Street",
                  "2024"));
      case OUTSIDE_PERIOD ->
          List.of(row(tin, "Garcia Morales", person + " North Oak Street", "2019"));
      default -> List.of(row(tin, "Garcia Morales", person + " North Oak Street", "2024"));
    };
  }

  private static FoundRecord row(String tin, String surname, String line, String period) {
    return RecordsFixtures.row(
        tin, "Maria", surname, RecordsFixtures.austin(line, "Apt 3"), period, true);
  }

  /** Does the work of the timers and routes, with the groups in random order. */
  private void publishes() {
    world.delivery().steps().releaseDue();
    List<String> due = new ArrayList<>(world.work("release"));
    if (due.isEmpty()) {
      return;
    }
    Collections.shuffle(due, random);
    due.forEach(id -> works(id, () -> world.delivery().steps().release(GroupId.parse(id))));
    world.delivery().sealLedger();
    world
        .work("seal")
        .forEach(id -> works(id, () -> world.delivery().steps().seal(ResponseId.parse(id))));
    world.delivery().sealLedger();
    world.work("deliver").forEach(id -> works(id, () -> world.delivery().uploads(id)));
    Instant now = world.clock().instant();
    for (String name : world.delivery().outbox().keySet()) {
      if (name.contains(".rsp.") && known.add(name)) {
        Sent sent = files.get(name.substring(0, name.indexOf('.')));
        sent.responses.add(name);
        sent.answeredAt.add(now);
      }
    }
  }

  private void works(String id, Runnable step) {
    long begin = System.nanoTime();
    step.run();
    worked.merge(id.split("[./]", 2)[0], System.nanoTime() - begin, Long::sum);
  }

  /** The nanoseconds that the gateway worked on a file's responses. */
  long worked(Sent sent) {
    return worked.getOrDefault(sent.file.value(), 0L);
  }

  String acknowledgement(Sent sent) throws IOException {
    return world.delivery().opened(acknowledgementName(sent), world.keys().agency());
  }

  static String acknowledgementName(Sent sent) {
    return sent.file + ".ack.001.json.pgp";
  }

  String response(String name) throws IOException {
    return world.delivery().opened(name, world.keys().officer());
  }
}
