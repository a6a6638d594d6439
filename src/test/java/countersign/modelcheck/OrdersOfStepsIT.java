package countersign.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.modelcheck.Step.Try;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;

/**
 * In every order of steps that is tried, the gateway answers and stores what the model says, and
 * what leaves has two valid signatures. The properties {@code countersign.model.seconds}, {@code
 * countersign.model.length} and {@code countersign.model.inserted} make the search longer.
 */
@Proves({"R9", "R50", "R51", "R52", "R53", "R55"})
class OrdersOfStepsIT {
  private static final int SECONDS = Integer.getInteger("countersign.model.seconds", 8);
  private static final int LENGTH = Integer.getInteger("countersign.model.length", 1);
  private static final int INSERTED = Integer.getInteger("countersign.model.inserted", 1);
  private static final int FEWEST = 5;

  /** Beginnings of orders after which the tables have agreed: they are compared once. */
  private static final Set<List<Try>> AGREED = new HashSet<>();

  private static int generated;
  private static int tried;
  private static int steps;
  private static long ends;

  @Property(tries = 100_000, shrinking = ShrinkingMode.BOUNDED)
  void generated_orders_agree_with_the_model(@ForAll("orders") List<Try> order) {
    if (ends == 0) {
      ends = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
    }
    if (generated++ < FEWEST || System.nanoTime() < ends) {
      agrees(order);
    }
  }

  @AfterContainer
  static void the_number_of_orders_is_printed() {
    System.getLogger("model")
        .log(System.Logger.Level.INFO, "{0} orders and {1} steps were tried", tried, steps);
  }

  @Provide
  Arbitrary<List<Try>> orders() {
    Arbitrary<Step> steps =
        Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.of(Step.STRAIGHT)), Tuple.of(1, Arbitraries.of(Step.class)));
    Arbitrary<Boolean> crashes = Arbitraries.integers().between(1, 8).map(one -> one == 1);
    return Combinators.combine(steps, crashes).as(Try::new).list().ofMinSize(4).ofMaxSize(24);
  }

  @Test
  void the_usual_sequence_with_each_step_inserted_at_each_place_agrees_with_the_model() {
    List<Try> straight = Step.STRAIGHT.stream().map(Try::of).toList();
    inserted(straight, INSERTED, 0).forEach(OrdersOfStepsIT::agrees);
  }

  /** The order with this number of steps inserted, not before a place. */
  private static Stream<List<Try>> inserted(List<Try> order, int number, int from) {
    if (number == 0) {
      return Stream.of(order);
    }
    return Stream.iterate(from, place -> place <= order.size(), place -> place + 1)
        .flatMap(
            place ->
                Stream.of(Step.values())
                    .flatMap(
                        step -> {
                          List<Try> longer = new ArrayList<>(order);
                          longer.add(place, Try.of(step));
                          return inserted(longer, number - 1, place + 1);
                        }));
  }

  @Test
  void each_step_of_the_straight_way_may_crash_and_be_repeated() {
    for (int place = 0; place < Step.STRAIGHT.size(); place++) {
      List<Try> order = new ArrayList<>(Step.STRAIGHT.stream().map(Try::of).toList());
      order.add(place, new Try(Step.STRAIGHT.get(place), true));
      order.add(place + 2, Try.of(Step.STRAIGHT.get(place)));
      agrees(order);
    }
  }

  @Test
  void every_order_of_the_key_steps_agrees_with_the_model() {
    orders(LENGTH).forEach(OrdersOfStepsIT::agrees);
  }

  private static Stream<List<Try>> orders(int length) {
    return length == 0
        ? Stream.of(List.of())
        : orders(length - 1)
            .flatMap(
                order ->
                    Step.KEY.stream()
                        .map(
                            step ->
                                Stream.concat(order.stream(), Stream.of(Try.of(step))).toList()));
  }

  private static void agrees(List<Try> order) {
    tried++;
    steps += order.size();
    RealCase real = Gateways.begin();
    ReferenceModel model = new ReferenceModel(real.gateways.world.clock().instant());
    List<Try> taken = new ArrayList<>();
    for (Try one : order) {
      taken.add(one);
      Duration time = time(one.step());
      real.gateways.world.passes(time);
      model.passes(time);
      String answer = real.answer(one);
      String expected = "";
      if (one.crashes()) {
        model.crash(one.step());
      } else {
        expected = model.answer(one.step());
      }
      assertThat(answer).as("the answer after %s", taken).isEqualTo(expected);
      if (!AGREED.contains(taken)) {
        assertThat(real.facts()).as("the tables after %s", taken).isEqualTo(model.facts());
        new Safety(real).holds();
        AGREED.add(List.copyOf(taken));
      }
    }
    assertThat(Collections.unmodifiableList(taken)).isEqualTo(order);
  }

  /** Two hours before a release, so that it comes after a release time. */
  private static Duration time(Step step) {
    return switch (step) {
      case A_DAY_PASSES -> Duration.ofHours(25);
      case A_MONTH_PASSES -> Duration.ofDays(31);
      case IT_IS_RELEASED -> Duration.ofHours(2);
      default -> Duration.ofMinutes(1);
    };
  }
}
