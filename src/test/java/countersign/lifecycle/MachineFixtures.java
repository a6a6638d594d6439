package countersign.lifecycle;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The state machine of {@link Transitions}, for tests of other packages. */
public final class MachineFixtures {
  private MachineFixtures() {}

  /** The table of each entity. */
  public static List<String> tables() {
    return Arrays.stream(Entity.values()).map(Entity::table).toList();
  }

  /** The table of the entity of that name. */
  public static String table(String entity) {
    return Entity.valueOf(entity).table();
  }

  /** Every allowed move, as {@code TABLE FROM TO}; a first state as {@code TABLE - TO}. */
  static Set<String> moves(Class<? extends Enum<?>> states, Entity entity) {
    Set<String> moves = new TreeSet<>();
    for (Enum<?> to : states.getEnumConstants()) {
      if (allowed(() -> Transitions.checkFirst(entity, Set.of(to)))) {
        moves.add("%s - %s".formatted(entity.table(), to));
      }
      for (Enum<?> from : states.getEnumConstants()) {
        if (from != to && allowed(() -> Transitions.check(entity, Set.of(from), to))) {
          moves.add("%s %s %s".formatted(entity.table(), from, to));
        }
      }
    }
    return moves;
  }

  private static boolean allowed(Runnable check) {
    try {
      check.run();
      return true;
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }
}
