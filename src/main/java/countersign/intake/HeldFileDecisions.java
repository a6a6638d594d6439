package countersign.intake;

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
import countersign.request.Refused;
import countersign.request.RequestKey;
import countersign.request.Tier;
import countersign.request.Verb;
import countersign.screening.ScreeningPolicy;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of a file that was not simply taken: refused, not judged, held and decided later.
 */
final class HeldFileDecisions {
  private static final Duration NEXT_TRY = Duration.ofMinutes(5);
  private static final Set<FileState> WAITING = Set.of(FileState.HELD, FileState.QUARANTINED);

  private final Lifecycle lifecycle;
  private final Stores stores;
  private final ScreeningPolicy judgement;
  private final ScreeningAccounting verdicts;

  HeldFileDecisions(
      Lifecycle lifecycle, Stores stores, ScreeningPolicy judgement, ScreeningAccounting verdicts) {
    this.lifecycle = lifecycle;
    this.stores = stores;
    this.judgement = judgement;
    this.verdicts = verdicts;
  }

  /**
   * Refuses a file in stages 1 to 3, once.
   *
   * @param subjects blocks of who stands in it, to be known when it is sent again
   */
  void refuse(FileId file, Refused why, List<byte[]> subjects) {
    lifecycle.run(
        Actor.GATEWAY,
        change -> {
          FileRow row = locked(change, file);
          if (!row.unjudged()) {
            return;
          }
          subjects.forEach(stores.requests()::copySubjects);
          stores.files().codes(file, why.codes(), why.details(), change.now());
          stores.accounting().fileNotRead(facts(row), change.now(), why.codes());
          change.move(
              Entity.FILE,
              file.value(),
              Set.of(FileState.RECEIVED, FileState.QUARANTINED),
              FileState.REFUSED);
          change.event(Verb.REFUSE, file.value(), Map.of("codes", words(why.codes())));
          verdicts.answer(change, row, false);
          change.finish(WorkQueue.READ, file.value());
          change.finish(WorkQueue.JUDGE, file.value());
        });
  }

  /** Lets the next file go on: this one is tried again from its kept bytes. */
  void notJudged(FileId file) {
    lifecycle.run(
        Actor.GATEWAY,
        change -> {
          FileRow row = locked(change, file);
          if (row.state() != FileState.RECEIVED) {
            return;
          }
          List<ReasonCode> codes = List.of(ReasonCode.F120_NOT_JUDGED);
          stores.files().codes(file, codes, List.of(), change.now());
          change.move(Entity.FILE, file.value(), Set.of(FileState.RECEIVED), FileState.QUARANTINED);
          change.event(Verb.HOLD, file.value(), Map.of("codes", words(codes)));
          verdicts.answer(change, row, false);
          change.finish(WorkQueue.READ, file.value());
          change.nextAfter(WorkQueue.JUDGE, file.value(), NEXT_TRY);
        });
  }

  /**
   * A person takes a file in spite of what held it; its number's predecessors count as used.
   *
   * @throws Held if a block stands, or nobody has been able to read it yet
   */
  void take(FileId file, Actor actor, String reason) {
    lifecycle.run(
        actor,
        change -> {
          FileRow row = locked(change, file);
          obstacle(row)
              .ifPresent(
                  why -> {
                    throw new Held(why.code(), why.sentence() + " Nothing was changed.");
                  });
          if (change.move(Entity.FILE, file.value(), WAITING, FileState.IN_PROGRESS)) {
            taken(change, row);
            decided(change, row, "TAKEN", Set.of(), "", actor, reason);
          }
        });
  }

  /**
   * What keeps people from taking a waiting file now; empty if they can, or if it does not wait.
   */
  Optional<TakeObstacle> obstacle(FileId file) {
    return stores
        .files()
        .find(file.value())
        .filter(row -> WAITING.contains(row.state()))
        .flatMap(this::obstacle);
  }

  private Optional<TakeObstacle> obstacle(FileRow row) {
    return row.unjudged()
        ? Optional.of(TakeObstacle.unread(row.id()))
        : judgement.blocks(String.valueOf(row.agreement()), row.agency()).stream()
            .findFirst()
            .map(block -> TakeObstacle.blocked(row.id(), block));
  }

  private void taken(Change change, FileRow row) {
    int requests = stores.requests().takeHeld(change, row.id());
    stores.files().codes(row.id(), Set.of(), List.of(), change.now());
    change.event(Verb.TAKE, row.id().value(), Map.of("requests", String.valueOf(requests)));
    verdicts.answer(change, row, requests > 0);
  }

  /**
   * Refuses a held file.
   *
   * @param code whether a person did, or nobody in time
   */
  void refuseHeld(FileId file, ReasonCode code, Actor actor, String reason) {
    lifecycle.run(
        actor,
        change -> {
          FileRow row = locked(change, file);
          if (!change.move(Entity.FILE, file.value(), WAITING, FileState.REFUSED)) {
            return;
          }
          Set<ReasonCode> codes = told(code);
          codes.addAll(row.codes());
          stores.files().codes(file, codes, List.of(), change.now());
          refused(change, row, "", code, actor, reason);
          change.finish(WorkQueue.JUDGE, file.value());
        });
  }

  /** A person decides one held request of a file that was taken. */
  void takeHeld(RequestKey request, Actor actor, String reason) {
    lifecycle.run(
        actor,
        change -> {
          FileRow row = of(change, request.file());
          String id = request.requestId();
          if (stores.requests().take(change, row.id(), id) > 0) {
            change.event(Verb.TAKE, request.toString(), Map.of("requests", "1"));
            decided(change, row, "TAKEN", Set.of(), id, actor, reason);
            verdicts.answer(change, row, true);
          }
        });
  }

  /** Refuses one held request of a file that was taken. */
  void refuseHeld(RequestKey request, ReasonCode code, Actor actor, String reason) {
    lifecycle.run(
        actor,
        change ->
            refused(change, of(change, request.file()), request.requestId(), code, actor, reason));
  }

  /** Counsel's refusal is a person's refusal, too. */
  private static Set<ReasonCode> told(ReasonCode code) {
    return code == ReasonCode.A110_COUNSEL_REFUSED
        ? EnumSet.of(code, ReasonCode.A112_HOLD_REFUSED)
        : EnumSet.of(code);
  }

  private void refused(
      Change change, FileRow row, String requestId, ReasonCode code, Actor actor, String reason) {
    Set<ReasonCode> codes = told(code);
    int requests = stores.requests().refuseHeld(change, row.id(), requestId, codes);
    if (requests > 0 || requestId.isEmpty()) {
      stores.files().counted(row.id(), stores.requests().counts(row.id()));
      String subject = requestId.isEmpty() ? row.id().value() : row.id() + "/" + requestId;
      change.event(
          Verb.REFUSE,
          subject,
          Map.of("codes", words(codes), "requests", String.valueOf(requests)));
      decided(change, row, "REFUSED", codes, requestId, actor, reason);
      verdicts.answer(change, row, false);
    }
  }

  private FileRow of(Change change, FileId file) {
    FileRow row = locked(change, file);
    if (WAITING.contains(row.state())) {
      throw new Held(
          row.codes().get(0),
          file + " is held. Decide the file before its requests. Nothing was changed.");
    }
    return row;
  }

  private void decided(
      Change change,
      FileRow row,
      String disposition,
      Set<ReasonCode> codes,
      String requestId,
      Actor actor,
      String reason) {
    stores
        .accounting()
        .holdDecided(
            facts(row),
            change.now(),
            disposition,
            codes,
            requestId.isEmpty() ? null : requestId,
            actor.id(),
            reason);
  }

  /** Judges what waits for the world again: blocks lifted, missing numbers used. */
  void rejudge() {
    for (FileRow waiting : stores.files().waiting()) {
      if (!standing(waiting).equals(Set.copyOf(waiting.codes()))) {
        lifecycle.run(Actor.GATEWAY, change -> rejudge(change, waiting.id()));
      }
    }
  }

  private void rejudge(Change change, FileId file) {
    FileRow row = locked(change, file);
    Set<ReasonCode> codes = standing(row);
    if (!WAITING.contains(row.state()) || codes.equals(Set.copyOf(row.codes()))) {
      return;
    }
    if (codes.isEmpty()) {
      change.move(Entity.FILE, file.value(), WAITING, FileState.IN_PROGRESS);
      taken(change, row);
      return;
    }
    boolean blocked = codes.stream().anyMatch(code -> code.tier() == Tier.BLOCK);
    stores.files().codes(file, codes, List.of(), change.now());
    change.move(
        Entity.FILE, file.value(), WAITING, blocked ? FileState.QUARANTINED : FileState.HELD);
    change.event(Verb.HOLD, file.value(), Map.of("codes", words(codes)));
  }

  /** The codes of a waiting file that still stand. */
  private Set<ReasonCode> standing(FileRow row) {
    Set<ReasonCode> codes = EnumSet.noneOf(ReasonCode.class);
    codes.addAll(row.codes());
    if (codes.removeIf(code -> code.tier() == Tier.BLOCK)) {
      codes.addAll(judgement.blocks(String.valueOf(row.agreement()), row.agency()));
    }
    if (codes.contains(ReasonCode.F105_SEQUENCE_GAP) && !stores.files().gapBefore(row.id())) {
      codes.remove(ReasonCode.F105_SEQUENCE_GAP);
    }
    return codes;
  }

  private FileRow locked(Change change, FileId file) {
    change.lock(Entity.FILE, file.value());
    return stores
        .files()
        .find(file.value())
        .orElseThrow(() -> new IllegalArgumentException("There is no file " + file));
  }

  private FileFacts facts(FileRow row) {
    String ruleSet = row.ruleSet();
    return ScreeningAccounting.facts(row, null, ruleSet == null ? judgement.ruleSet() : ruleSet);
  }

  private static String words(Collection<ReasonCode> codes) {
    return String.join(" ", JdbcFiles.names(codes));
  }
}
