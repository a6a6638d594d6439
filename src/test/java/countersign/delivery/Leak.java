package countersign.delivery;

import java.util.Collection;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;

/**
 * Tests whether a number that a partner observes distinguishes one class of requests from the
 * others. It compares each class with the rest by the Kolmogorov-Smirnov test for any difference
 * and the Mann-Whitney test for a shift, and corrects the smallest p-value for the number of tests.
 */
final class Leak {
  /** The significance level: a smaller p-value counts as a leak. */
  static final double ALPHA = 1e-4;

  private static final int TESTS = 2;

  private Leak() {}

  /**
   * The corrected p-value: the probability that chance alone separates the classes at least as
   * much; 1 if all values are equal.
   */
  static <C> double probability(Map<C, ? extends Collection<? extends Number>> seen) {
    double least = 1;
    for (C one : seen.keySet()) {
      double[] own = values(seen.get(one)).toArray();
      double[] rest =
          seen.entrySet().stream()
              .filter(entry -> !entry.getKey().equals(one))
              .flatMapToDouble(entry -> values(entry.getValue()))
              .toArray();
      least = Math.min(least, probability(own, rest));
    }
    return Math.min(1, least * TESTS * seen.size());
  }

  private static double probability(double[] own, double[] rest) {
    if (DoubleStream.concat(DoubleStream.of(own), DoubleStream.of(rest)).distinct().count() == 1) {
      return 1;
    }
    return Math.min(
        new KolmogorovSmirnovTest().kolmogorovSmirnovTest(own, rest),
        new MannWhitneyUTest().mannWhitneyUTest(own, rest));
  }

  private static DoubleStream values(Collection<? extends Number> numbers) {
    return numbers.stream().mapToDouble(Number::doubleValue);
  }
}
