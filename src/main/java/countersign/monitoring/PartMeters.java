package countersign.monitoring;

import countersign.operations.BackgroundParts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Metrics of the parts that work by themselves: 1 while a part works, 0 while it does not. */
final class PartMeters implements MeterBinder {
  private final BackgroundParts parts;

  PartMeters(BackgroundParts parts) {
    this.parts = parts;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (String name : parts.names()) {
      Gauge.builder("countersign.part.works", parts, all -> all.works(name) ? 1 : 0)
          .description("1 if the part works, 0 if it is away or does not work")
          .tag("part", name)
          .register(registry);
    }
  }
}
