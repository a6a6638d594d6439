package countersign.sealing;

import countersign.ledger.Event;
import countersign.ledger.LedgerReader;
import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.WorkQueue;
import countersign.request.Actor;
import countersign.request.ReasonCode;
import countersign.request.ResponseId;
import countersign.request.ResponseState;
import countersign.request.Role;
import countersign.request.Verb;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lets two people have a response sealed anew that does not verify (D412). It is encrypted again
 * from the approved results, and each check of a sealing runs again: the approvals, and the keys of
 * the officers whom the stored requests name. Thread-safe.
 */
public final class Resealing {
  private final Lifecycle lifecycle;
  private final LedgerReader ledger;
  private final OutgoingBytes outgoing;
  private final Resealings resealings;

  public Resealing(
      Lifecycle lifecycle, LedgerReader ledger, OutgoingBytes outgoing, Resealings resealings) {
    this.lifecycle = lifecycle;
    this.ledger = ledger;
    this.outgoing = outgoing;
    this.resealings = resealings;
  }

  /** What a person's step did. */
  public enum Step {
    /** An operator proposed it. */
    PROPOSED,
    /** A second person confirmed it, and the response waits to be sealed. */
    CONFIRMED
  }

  /** Why nothing was changed. */
  public enum Why {
    /** No response has this id, or it is not held with D412. */
    OTHER_STATE,
    /** An upload of the old bytes may be in progress. */
    UPLOADING,
    /** The person may not take the next step. */
    SAME_PERSON_OR_ROLE
  }

  /** Reports that nothing was changed. */
  public static final class NotResealed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Why why;

    NotResealed(Why why, String sentence) {
      super(sentence);
      this.why = why;
    }

    public Why why() {
      return why;
    }
  }

  /**
   * A person who takes a step.
   *
   * @param actor the person, who signs
   * @param roles the roles of the account
   */
  public record By(Actor actor, Set<Role> roles) {
    /** Copies the roles. */
    public By {
      roles = Set.copyOf(roles);
    }
  }

  /**
   * An open proposal.
   *
   * @param by the account of the operator who proposed it
   * @param expiresAt the time until which another person can confirm it
   */
  public record Proposed(String by, Instant expiresAt) {}

  /** The open proposal about a response; empty if there is none. */
  public Optional<Proposed> proposal(ResponseId id, Instant at) {
    return resealings
        .of(ledger.history(id.toString()))
        .open(at)
        .map(event -> new Proposed(event.actor().id(), event.at().plus(Resealings.OPEN)));
  }

  /**
   * Proposes to seal a response anew, or confirms the proposal of another person.
   *
   * @param reason a short reason without a person's name; stored outside the ledger
   * @throws NotResealed if the response is not held with D412, or the person may not take the step
   */
  public Step take(ResponseId id, By by, String reason) {
    return lifecycle.change(
        by.actor(),
        change -> {
          String state = change.lock(Entity.RESPONSE, id.toString()).orElse("");
          List<Event> history = ledger.history(id.toString());
          if (state.isEmpty() || state.equals(ResponseState.DELIVERED.name()) || !isHeld(history)) {
            throw new NotResealed(
                Why.OTHER_STATE,
                "No response with this id is held because its seal does not verify. Nothing was changed.");
          }
          Resealings.Found found = resealings.of(history);
          Optional<Event> proposed = found.open(change.now());
          boolean confirms =
              proposed.isPresent() && by.roles().stream().anyMatch(Resealings.CONFIRMING::contains);
          Map<String, String> facts = Change.withReason(facts(found.generation() + 1), reason);
          if (confirms) {
            confirm(change, id, proposed.orElseThrow(), by, facts);
          } else {
            propose(change, id, by, facts);
          }
          change.remark(confirms ? Verb.RESEAL : Verb.PROPOSE, id.toString(), reason);
          return confirms ? Step.CONFIRMED : Step.PROPOSED;
        });
  }

  /** Whether the newest event about its seal says that it does not verify. */
  private static boolean isHeld(List<Event> history) {
    return history.stream()
        .filter(
            event ->
                event.verb() == Verb.HOLD
                    || event.verb() == Verb.SEAL
                    || event.verb() == Verb.RESEAL)
        .reduce((earlier, later) -> later)
        .filter(last -> ReasonCode.D412_SEAL_NOT_VERIFIED.name().equals(last.facts().get("code")))
        .isPresent();
  }

  private static Map<String, String> facts(int generation) {
    Map<String, String> facts = new TreeMap<>();
    facts.put(Resealings.KIND, Resealings.RESEAL);
    facts.put(Resealings.GENERATION, Integer.toString(generation));
    return facts;
  }

  private static void propose(Change change, ResponseId id, By by, Map<String, String> facts) {
    if (!by.roles().contains(Role.OPERATOR)) {
      throw new NotResealed(
          Why.SAME_PERSON_OR_ROLE,
          "An operator proposes to seal a response anew; then the privacy officer or counsel confirms it within 24 hours. Nobody has proposed it. Nothing was changed.");
    }
    change.event(Verb.PROPOSE, id.toString(), facts);
  }

  private void confirm(
      Change change, ResponseId id, Event proposed, By by, Map<String, String> facts) {
    String proposer = proposed.actor().id();
    if (resealings.isSamePerson(proposer, by.actor().id())) {
      throw new NotResealed(
          Why.SAME_PERSON_OR_ROLE,
          "%s proposed to seal this response anew. Another person confirms it. Nothing was changed."
              .formatted(proposer));
    }
    if (outgoing.isUploading(id)) {
      throw new NotResealed(
          Why.UPLOADING,
          "An upload of this response may be in progress. Try again in some minutes. Nothing was changed.");
    }
    facts.put("proposedBy", proposer);
    facts.put(Resealings.PROPOSAL_SIGNATURE, Resealings.digest(proposed));
    change.event(Verb.RESEAL, id.toString(), facts);
    change.move(
        Entity.RESPONSE,
        id.toString(),
        Set.of(ResponseState.SEALED, ResponseState.UPLOADING),
        ResponseState.RELEASED);
    outgoing.forget(id);
    change.finish(WorkQueue.DELIVER, id.toString());
    change.finish(WorkQueue.SEAL, id.toString());
    change.next(WorkQueue.SEAL, id.toString());
  }
}
