package countersign.delivery;

import java.util.Collection;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;

/**
 * Whether a number that a partner sees tells one class of requests from the others: each class is
 * held against the rest by two tests, Kolmogorov and Smirnov's for any difference and Mann and
 * Whitney's for a shift, and the smallest probability is corrected for how many were made.
 */
final class Leak {
  /** Below this, what is seen is no accident. */
  static final double ALPHA = 1e-4;

  private static final int TESTS = 2;

  private Leak() {}

  /** The probability that chance alone separates the classes as much; 1 if all values are one. */
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
