package countersign.queues;

import countersign.console.ApiException;
import countersign.console.Caller;
import countersign.console.ConsoleRefusal;
import countersign.console.DecisionKeys;
import countersign.console.DecisionKeys.Signature;
import countersign.console.DecisionKeys.Signed;
import countersign.console.WrittenReason;
import countersign.lifecycle.WorkQueue;
import countersign.operations.Inboxes;
import countersign.operations.Operations;
import countersign.request.Actor;
import countersign.sealing.Resealing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Calls that show queues, parked work and inboxes, and retry or discard parked work. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Queues", description = "Work that waits in queues or for people")
final class QueuesApi {
  private final WorkOverview overview;
  private final Operations operations;
  private final Inboxes inboxes;
  private final DecisionKeys keys;
  private final ParkedWork parked;
  private final ResealActions reseals;

  QueuesApi(
      WorkOverview overview,
      Operations operations,
      Inboxes inboxes,
      DecisionKeys keys,
      ParkedWork parked,
      ResealActions reseals) {
    this.reseals = reseals;
    this.parked = parked;
    this.overview = overview;
    this.operations = operations;
    this.inboxes = inboxes;
    this.keys = keys;
  }

  @GetMapping("/queues")
  @Operation(summary = "Lists every queue, in the order of processing")
  List<QueueJson> queues(Authentication who) {
    return overview.all(Caller.of(who));
  }

  @GetMapping("/parked")
  @Operation(summary = "Lists work that waits for an operator; the oldest is first, at most 500")
  List<ParkedJson> parked(Authentication who) {
    return parked.seenBy(who).stream()
        .map(seen -> ParkedJson.of(seen.row(), seen.proposed()))
        .toList();
  }

  @PostMapping(path = "/parked/retry", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Requeues parked work; 409 if it is not parked")
  Map<String, String> retry(
      @RequestBody ParkedJson.Decision decision, HttpServletRequest call, Authentication who) {
    WorkQueue queue = WorkOverview.queue(decision.queue());
    String id = id(decision.id());
    String reason = WrittenReason.given(decision.reason());
    return keys.act(
        call,
        new Signed(Caller.of(who), Signature.IF_ENROLLED, reason),
        caller -> done(operations.retry(queue, id, caller.actor(), reason), id, "RETRIED"));
  }

  @PostMapping(path = "/parked/discard", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary =
          "Gives parked work of the queues read and judge up for good; 409 C409_OTHER_STATE if it is"
              + " not parked, C409_OWES_AN_ANSWER for every other queue")
  Map<String, String> discard(
      @RequestBody ParkedJson.Decision decision, HttpServletRequest call, Authentication who) {
    WorkQueue queue = WorkOverview.queue(decision.queue());
    String id = id(decision.id());
    String reason = WrittenReason.given(decision.reason());
    return keys.act(
        call,
        new Signed(Caller.of(who), Signature.IF_ENROLLED, reason),
        caller -> done(discarded(operations, queue, id, caller.actor(), reason), id, "DISCARDED"));
  }

  @PostMapping(path = "/parked/reseal", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary =
          "Proposes to seal a response anew that is held with D412; a second person's call within 24 hours has it sealed. 403 if an operator has not proposed it, the same person confirms it, or the caller's key is not enrolled; 409 if it is not held",
      description =
          "An operator proposes; the privacy officer or counsel confirms. Each check of a sealing runs again.")
  Map<String, String> reseal(
      @RequestBody ParkedJson.Reseal wanted, HttpServletRequest call, Authentication who) {
    Resealing.Step done =
        keys.act(
            call,
            new Signed(Caller.of(who), Signature.REQUIRED, wanted.reason()),
            caller -> reseals.take(wanted.id(), wanted.reason(), caller));
    return Map.of("id", id(wanted.id()), "outcome", done.name());
  }

  /**
   * Discards parked work.
   *
   * @return false if it is not parked
   * @throws ApiException if the work owes an answer
   */
  static boolean discarded(
      Operations operations, WorkQueue queue, String id, Actor actor, String reason) {
    return switch (operations.discard(queue, id, actor, reason)) {
      case DISCARDED -> true;
      case NOT_PARKED -> false;
      case OWES_AN_ANSWER ->
          throw ApiException.of(
              ConsoleRefusal.C409_OWES_AN_ANSWER,
              "Work of the queue %s owes the partner an answer, and only this work brings it. Nothing was changed. Repair the cause and retry it."
                  .formatted(queue.queueName()));
    };
  }

  @GetMapping("/inboxes")
  @Operation(summary = "Lists the files in the partners' inboxes at the last check")
  List<Inboxes.PartnerInbox> inboxes() {
    return inboxes.look();
  }

  private static String id(@Nullable String id) {
    return id == null ? "" : id;
  }

  private static Map<String, String> done(boolean done, String id, String outcome) {
    if (!done) {
      throw ApiException.of(
          ConsoleRefusal.C409_OTHER_STATE,
          "No parked work has this id in this queue. Nothing was changed.");
    }
    return Map.of("id", id, "outcome", outcome);
  }
}
