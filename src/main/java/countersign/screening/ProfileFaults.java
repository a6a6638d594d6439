package countersign.screening;

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
  private final List<FileDetail> details = new ArrayList<>();

  void add(ReasonCode code, Detail detail, long line) {
    add(new FileDetail(code, detail, line));
  }

  void add(FileDetail detail) {
    codes.add(detail.code());
    if (details.size() < MAX_DETAILS) {
      details.add(detail);
    }
  }

  boolean any() {
    return !codes.isEmpty();
  }

  /** The refusal with all codes and details. */
  Refused refused() {
    List<FileDetail> sorted = new ArrayList<>(details);
    sorted.sort(Comparator.comparingLong(ProfileFaults::line).thenComparing(FileDetail::code));
    return new Refused(List.copyOf(codes), sorted);
  }

  private static long line(FileDetail detail) {
    Long line = detail.line();
    return line == null ? Long.MAX_VALUE : line;
  }
}
