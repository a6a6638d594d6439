package countersign.screening;

import countersign.profile.LineFault;
import countersign.request.FileDetail;
import countersign.request.FileDetail.Detail;
import countersign.request.ReasonCode;
import countersign.request.Refused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Faults of stage 3 (reading): every code, and the first hundred details in the order of the file.
 */
final class ProfileFaults {
  private static final int MAX_DETAILS = 100;

  private final Set<ReasonCode> codes = EnumSet.noneOf(ReasonCode.class);
  private final List<SchemaFault> faults = new ArrayList<>();

  void add(ReasonCode code, Detail detail, long line) {
    add(SchemaFault.of(code, new LineFault(detail), line));
  }

  void add(LineFault fault, long line) {
    add(SchemaFault.of(ReasonCode.F109_SCHEMA, fault, line));
  }

  void add(SchemaFault fault) {
    codes.add(fault.detail().code());
    if (faults.size() < MAX_DETAILS) {
      faults.add(fault);
    }
  }

  boolean any() {
    return !codes.isEmpty();
  }

  /** The faults in the order of the file. */
  List<SchemaFault> sorted() {
    List<SchemaFault> sorted = new ArrayList<>(faults);
    sorted.sort(
        Comparator.comparingLong((SchemaFault fault) -> line(fault.detail()))
            .thenComparing(fault -> fault.detail().code()));
    return sorted;
  }

  /** The refusal with all codes and details. */
  Refused refused() {
    return new Refused(List.copyOf(codes), sorted().stream().map(SchemaFault::detail).toList());
  }

  private static long line(FileDetail detail) {
    Long line = detail.line();
    return line == null ? Long.MAX_VALUE : line;
  }
}
