package countersign.lifecycle;

import static countersign.request.FileState.ANSWERED;
import static countersign.request.FileState.IN_PROGRESS;
import static countersign.request.FileState.QUARANTINED;
import static countersign.request.RequestState.ANSWERED_BEFORE;
import static countersign.request.RequestState.COUNTERSIGNED;
import static countersign.request.RequestState.DECLINED;
import static countersign.request.RequestState.DRAFTED;
import static countersign.request.RequestState.ENDORSED;
import static countersign.request.RequestState.EXPIRED;
import static countersign.request.RequestState.TAKEN;
import static countersign.request.RequestState.UNMATCHED;
import static countersign.request.ResponseState.DELIVERED;
import static countersign.request.ResponseState.SEALED;
import static countersign.request.ResponseState.UPLOADING;

import countersign.request.AcknowledgementState;
import countersign.request.FileState;
import countersign.request.RequestState;
import countersign.request.ResponseState;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The state machines: the first states of each entity and its allowed moves. */
final class Transitions {
  private static final Map<Entity, Set<? extends Enum<?>>> FIRST =
      new EnumMap<>(
          Map.of(
              Entity.FILE, Set.of(FileState.RECEIVED),
              Entity.REQUEST, Set.of(RequestState.REFUSED, RequestState.HELD, TAKEN),
              Entity.SLICE, Set.of(TAKEN),
              Entity.RESPONSE, Set.of(ResponseState.RELEASED),
              Entity.ACKNOWLEDGEMENT, Set.of(AcknowledgementState.RELEASED),
              Entity.CUSTODY, Set.of(ResponseState.RECEIVED, ResponseState.DISPOSED),
              Entity.RECALL_NOTICE, Set.of(AcknowledgementState.RELEASED)));

  private static final Map<FileState, Set<FileState>> FILE =
      Map.of(
          FileState.RECEIVED,
          Set.of(FileState.HELD, QUARANTINED, FileState.REFUSED, IN_PROGRESS, FileState.FILED),
          QUARANTINED,
          Set.of(FileState.HELD, FileState.REFUSED, IN_PROGRESS),
          FileState.HELD,
          Set.of(QUARANTINED, FileState.REFUSED, IN_PROGRESS),
          IN_PROGRESS,
          Set.of(ANSWERED));

  private static final Map<RequestState, Set<RequestState>> REQUEST =
      Map.of(
          RequestState.HELD,
          Set.of(TAKEN, RequestState.REFUSED, ANSWERED_BEFORE),
          TAKEN,
          Set.of(DRAFTED, UNMATCHED, EXPIRED, ANSWERED_BEFORE),
          DRAFTED,
          Set.of(ENDORSED, DECLINED, EXPIRED, ANSWERED_BEFORE),
          ENDORSED,
          Set.of(COUNTERSIGNED, DRAFTED, DECLINED, EXPIRED, ANSWERED_BEFORE),
          COUNTERSIGNED,
          Set.of(RequestState.RELEASED, DRAFTED, DECLINED, EXPIRED, ANSWERED_BEFORE),
          UNMATCHED,
          Set.of(RequestState.RELEASED, ANSWERED_BEFORE),
          DECLINED,
          Set.of(RequestState.RELEASED, DRAFTED, ANSWERED_BEFORE),
          EXPIRED,
          Set.of(RequestState.RELEASED, ANSWERED_BEFORE),
          RequestState.RELEASED,
          Set.of(RequestState.DELIVERED, ANSWERED_BEFORE),
          RequestState.DELIVERED,
          Set.of(RequestState.RECALLED));

  /** Two people have a response sealed anew whose seal does not verify. */
  private static final Map<ResponseState, Set<ResponseState>> RESPONSE =
      Map.of(
          ResponseState.RELEASED,
          Set.of(SEALED, ResponseState.DELIVERED_BEFORE),
          SEALED,
          Set.of(UPLOADING, ResponseState.RELEASED, ResponseState.DELIVERED_BEFORE),
          UPLOADING,
          Set.of(DELIVERED, ResponseState.RELEASED),
          DELIVERED,
          Set.of(ResponseState.RECALLED));

  /** Same as a response, except that a file sent again makes the same bytes go out again. */
  private static final Map<AcknowledgementState, Set<AcknowledgementState>> ACKNOWLEDGEMENT =
      Map.of(
          AcknowledgementState.RELEASED,
          Set.of(AcknowledgementState.SEALED),
          AcknowledgementState.SEALED,
          Set.of(AcknowledgementState.UPLOADING),
          AcknowledgementState.UPLOADING,
          Set.of(AcknowledgementState.DELIVERED),
          AcknowledgementState.DELIVERED,
          Set.of(AcknowledgementState.SEALED));

  /** The same without a second time. */
  private static final Map<AcknowledgementState, Set<AcknowledgementState>> NOTICE =
      Map.of(
          AcknowledgementState.RELEASED,
          Set.of(AcknowledgementState.SEALED),
          AcknowledgementState.SEALED,
          Set.of(AcknowledgementState.UPLOADING),
          AcknowledgementState.UPLOADING,
          Set.of(AcknowledgementState.DELIVERED));

  private static final Map<Entity, Map<? extends Enum<?>, ? extends Set<? extends Enum<?>>>> NEXT =
      new EnumMap<>(
          Map.of(
              Entity.FILE, FILE,
              Entity.REQUEST, REQUEST,
              Entity.SLICE, Map.of(TAKEN, Set.of(DRAFTED)),
              Entity.RESPONSE, RESPONSE,
              Entity.ACKNOWLEDGEMENT, ACKNOWLEDGEMENT,
              Entity.CUSTODY, Map.of(ResponseState.RECEIVED, Set.of(ResponseState.DISPOSED)),
              Entity.RECALL_NOTICE, NOTICE));

  private Transitions() {}

  /**
   * Checks that an entity may begin in each of the given states.
   *
   * @throws IllegalArgumentException if the entity cannot begin in one of them
   */
  static void checkFirst(Entity entity, Collection<? extends Enum<?>> states) {
    for (Enum<?> state : states) {
      if (!FIRST.getOrDefault(entity, Set.of()).contains(state)) {
        throw new IllegalArgumentException(
            "%s does not begin as %s. Nothing was changed.".formatted(entity, state));
      }
    }
  }

  /**
   * Checks a move. A move from a state to itself is always allowed and has no effect.
   *
   * @throws IllegalArgumentException if the state machine does not allow the move from one of these
   *     states to {@code to}
   */
  static void check(Entity entity, Collection<? extends Enum<?>> from, Enum<?> to) {
    Map<? extends Enum<?>, ? extends Set<? extends Enum<?>>> next =
        NEXT.getOrDefault(entity, Map.of());
    for (Enum<?> state : from) {
      Set<? extends Enum<?>> targets = next.get(state);
      if (state != to && (targets == null || !targets.contains(to))) {
        throw new IllegalArgumentException(
            "%s does not move from %s to %s. Nothing was changed.".formatted(entity, state, to));
      }
    }
  }
}
