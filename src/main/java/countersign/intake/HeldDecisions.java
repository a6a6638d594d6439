package countersign.intake;

import countersign.accounting.EntryDigest;
import countersign.accounting.FileFacts;
import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.WorkQueue;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.Held;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.Tier;
import countersign.request.Verb;
import countersign.screening.ScreeningPolicy;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Files and requests that wait for a person, for the end of a block or for a missing number: what
 * people decide about them, and what timers do. Stateless.
 */
public final class HeldDecisions {
  private static final Set<FileState> WAITING = Set.of(FileState.HELD, FileState.QUARANTINED);
  private static final String OVERDUE = "No person decided in time.";

  private final Lifecycle lifecycle;
  private final Stores stores;
  private final JdbcHeldRequests held;
  private final ScreeningPolicy policy;
  private final ScreeningAccounting accounting;
  private final Clock clock;
  private final TakingObstacles obstacles;

  HeldDecisions(
      Lifecycle lifecycle,
      Stores stores,
      JdbcHeldRequests held,
      ScreeningPolicy policy,
      ScreeningAccounting accounting,
      Clock clock) {
    this.lifecycle = lifecycle;
    this.stores = stores;
    this.held = held;
    this.policy = policy;
    this.accounting = accounting;
    this.clock = clock;
    this.obstacles = new TakingObstacles(stores.stops(), policy);
  }

  /**
   * Takes a waiting file on a person's decision, which also closes any gap before its number.
   * COMMITS; once.
   *
   * @param reason in that person's words; stored in the accounting only
   * @throws Held if there is an {@linkplain #obstacleToTaking obstacle}
   */
  public void take(FileId file, Actor actor, String reason) {
    lifecycle.run(
        actor,
        change -> {
          FileRow row = stores.locked(change, file);
          obstacles
              .of(row)
              .ifPresent(
                  why -> {
                    throw new Held(why.code(), why.sentence() + " Nothing was changed.");
                  });
          if (change.move(Entity.FILE, file.value(), WAITING, FileState.IN_PROGRESS)) {
            EntryDigest entry =
                accounting.decided(change, facts(row), "TAKEN", Set.of(), "", actor, reason);
            taken(change, row, Map.of(EntryDigest.FACT, entry.hex()));
          }
        });
  }

  /**
   * The reason why no person can take a waiting file at the moment.
   *
   * @param code of the block, A110 for a veto, or F120 for a file that has not been read
   * @param sentence what cannot be done and what happens next; without personal data
   */
  public record Obstacle(ReasonCode code, String sentence) {}

  /**
   * The reason why no person can take a waiting file now; empty if a person can, or if the file
   * does not wait.
   */
  public Optional<Obstacle> obstacleToTaking(FileId file) {
    return stores
        .files()
        .find(file.value())
        .filter(row -> WAITING.contains(row.state()))
        .flatMap(obstacles::of);
  }

  private FileFacts facts(FileRow row) {
    return ScreeningAccounting.facts(row, policy.ruleSet());
  }

  /** Takes what a file held; {@code decided} is what the event says about a person's decision. */
  private void taken(Change change, FileRow row, Map<String, String> decided) {
    int requests = held.takeHeld(change, row.id());
    Map<String, String> facts = new TreeMap<>(decided);
    facts.put(
        ScreeningAccounting.VERDICT,
        stores.files().codes(row.id(), Set.of(), List.of(), change.now()));
    facts.put("requests", String.valueOf(requests));
    change.event(Verb.TAKE, row.id().value(), facts);
    accounting.answer(change, row, requests > 0);
  }

  /**
   * Denies a waiting file on a person's decision. COMMITS; once.
   *
   * @param code A110 for counsel, which adds A112 as well; A112 for everybody else
   * @param reason in that person's words; stored in the accounting only
   */
  public void deny(FileId file, ReasonCode code, Actor actor, String reason) {
    lifecycle.run(
        actor,
        change -> {
          FileRow row = stores.locked(change, file);
          if (!change.move(Entity.FILE, file.value(), WAITING, FileState.REFUSED)) {
            return;
          }
          Set<ReasonCode> codes = denialCodes(code);
          codes.addAll(row.codes());
          String verdict = stores.files().codes(file, codes, List.of(), change.now());
          denied(change, new Denial(row, "", code, reason, verdict), actor);
          change.finish(WorkQueue.JUDGE, file.value());
        });
  }

  /**
   * Takes one held request of a file that was taken, on a person's decision. COMMITS; once.
   *
   * @throws Held if the file itself waits, or a veto of counsel covers the request
   */
  public void take(RequestKey request, Actor actor, String reason) {
    lifecycle.run(
        actor,
        change -> {
          FileRow row = decidable(change, request.file());
          String id = request.requestId();
          obstacles.assertNotVetoed(request);
          if (held.take(change, row.id(), id) > 0) {
            EntryDigest entry =
                accounting.decided(change, facts(row), "TAKEN", Set.of(), id, actor, reason);
            change.event(
                Verb.TAKE,
                request.toString(),
                Map.of("requests", "1", EntryDigest.FACT, entry.hex()));
            accounting.answer(change, row, true);
          }
        });
  }

  /**
   * Denies one held request of a file that was taken, on a person's decision. COMMITS; once.
   *
   * @param code A110 for counsel, which adds A112 as well; A112 for everybody else
   * @throws Held if the file itself waits
   */
  public void deny(RequestKey request, ReasonCode code, Actor actor, String reason) {
    lifecycle.run(
        actor,
        change ->
            denied(
                change,
                new Denial(
                    decidable(change, request.file()), request.requestId(), code, reason, null),
                actor));
  }

  /** The codes that a denial has for the partner: counsel's denial is a person's, too. */
  private static Set<ReasonCode> denialCodes(ReasonCode code) {
    return code == ReasonCode.A110_COUNSEL_REFUSED
        ? EnumSet.of(code, ReasonCode.A112_HOLD_REFUSED)
        : EnumSet.of(code);
  }

  /**
   * What a person denies.
   *
   * @param requestId empty for the whole file
   * @param verdict the digest of the file's codes after the denial; null for one request
   */
  private record Denial(
      FileRow row, String requestId, ReasonCode code, String reason, @Nullable String verdict) {}

  private void denied(Change change, Denial denial, Actor actor) {
    FileRow row = denial.row();
    String requestId = denial.requestId();
    Set<ReasonCode> codes = denialCodes(denial.code());
    Set<ReasonCode> own = requestId.isEmpty() ? Set.of() : codes; // those of a file are its own
    int requests = held.refuseHeld(change, row.id(), requestId, own);
    if (requests > 0 || requestId.isEmpty()) {
      stores.files().counted(row.id(), stores.requests().counts(row.id()));
      String subject = requestId.isEmpty() ? row.id().value() : row.id() + "/" + requestId;
      EntryDigest entry =
          accounting.decided(
              change, facts(row), "REFUSED", codes, requestId, actor, denial.reason());
      change.event(
          Verb.REFUSE,
          subject,
          ScreeningAccounting.denied(codes, requests, entry, denial.verdict()));
      accounting.answer(change, row, false);
    }
  }

  /** The file of a request that people may decide, which is a file that does not wait itself. */
  private FileRow decidable(Change change, FileId file) {
    FileRow row = stores.locked(change, file);
    if (WAITING.contains(row.state())) {
      throw new Held(
          row.codes().get(0),
          file + " is held. Decide the file before its requests. Nothing was changed.");
    }
    return row;
  }

  /**
   * Timer: judges every waiting file again whose block has ended or whose missing number has come.
   * COMMITS each.
   */
  public void rejudge() {
    for (FileRow waiting : stores.files().waiting()) {
      if (!applicable(waiting).equals(Set.copyOf(waiting.codes()))) {
        lifecycle.run(Actor.GATEWAY, change -> rejudge(change, waiting.id()));
      }
    }
  }

  private void rejudge(Change change, FileId file) {
    FileRow row = stores.locked(change, file);
    Set<ReasonCode> codes = applicable(row);
    if (!WAITING.contains(row.state()) || codes.equals(Set.copyOf(row.codes()))) {
      return;
    }
    if (codes.isEmpty() && stores.stops().isVetoed(file)) {
      return; // a person can still deny it, and its time runs out
    }
    if (codes.isEmpty()) {
      change.move(Entity.FILE, file.value(), WAITING, FileState.IN_PROGRESS);
      taken(change, row, Map.of());
      return;
    }
    String verdict = stores.files().codes(file, codes, List.of(), change.now());
    change.move(Entity.FILE, file.value(), WAITING, FileState.HELD);
    change.event(Verb.HOLD, file.value(), ScreeningAccounting.held(codes, verdict));
  }

  /** The codes of a waiting file that apply now. */
  private Set<ReasonCode> applicable(FileRow row) {
    Set<ReasonCode> codes = EnumSet.noneOf(ReasonCode.class);
    codes.addAll(row.codes());
    if (codes.removeIf(code -> code.tier() == Tier.BLOCK)) {
      codes.addAll(policy.blocks(String.valueOf(row.agreement()), row.agency()));
    }
    if (codes.contains(ReasonCode.F105_SEQUENCE_GAP) && !stores.files().gapBefore(row.id())) {
      codes.remove(ReasonCode.F105_SEQUENCE_GAP);
    }
    return codes;
  }

  /**
   * Timer: rejects every file and request that was held for longer than its agreement allows, so
   * that the partner gets an answer. The time does not run during a block or while a number is
   * missing. COMMITS each; once.
   */
  public void rejectOverdue() {
    for (FileId file : held.files()) {
      stores.files().find(file.value()).ifPresent(this::rejectOverdue);
    }
  }

  private void rejectOverdue(FileRow file) {
    ReasonCode code = ReasonCode.A113_HOLD_LAPSED;
    Instant latest =
        clock.instant().minus(policy.decideHeldWithin(String.valueOf(file.agreement())));
    if (file.state() == FileState.IN_PROGRESS) {
      for (String request : held.before(file.id(), latest)) {
        deny(new RequestKey(file.id(), request), code, Actor.GATEWAY, OVERDUE);
      }
    } else if (file.isForPeople() && held.judgedBefore(file.id(), latest)) {
      deny(file.id(), code, Actor.GATEWAY, OVERDUE);
    }
  }
}
