package countersign.cli;

import countersign.policy.Cure;
import countersign.policy.DetailCure;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import countersign.screening.SchemaFault;
import countersign.screening.ScreeningResult;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Prints the result of {@code screen} for people: each request with its codes, then each code once.
 */
final class ScreenReport {
  private static final String HISTORY =
      """
      Only the gateway can check these, because they need other files or its own state:
        F104, F105        whether this id or content was used before, and whether a number is missing
        F109              whether the file that resubmissionOf names was rejected
        F115, R224        earlier requests about the same people
        R216, R217, R222  addresses, case numbers and subjects of earlier files (those of this
                          file were compared)
        R218, R219        open subjects of the officers (those of this file were counted)
        R214              whether an officer's key is valid
        A100, A103, A104  whether disclosure is switched on
      No record was looked up: a request that passes here may still be answered NOT_DISCLOSED.
      """;

  private static final int MOST_CURES = 20;
  private static final String THE_FILE = "the file";

  private final PrintWriter out;

  ScreenReport(PrintWriter out) {
    this.out = out;
  }

  void print(String name, ScreeningResult screened) {
    ScreeningResult.Counts counts = screened.counts();
    out.printf("%s  %s%n", result(screened.state()), name);
    if (screened.state() == FileState.REFUSED && counts.all() == 0) {
      out.print("The file is rejected as a whole; its requests were not judged.");
    } else {
      out.printf(
          "%d requests: %d rejected, %d held, %d would be taken.",
          counts.all(), counts.refused(), counts.held(), counts.taken());
    }
    out.printf(" Rules compare dates with %s.%n%n", screened.receivedAt());
    table(screened);
    sentences(screened);
    if (screened.sealedSha256() == null) {
      out.println("The file is not sealed, so its envelope and its signature were not judged.");
    }
    out.print(HISTORY);
    out.flush();
  }

  private static String result(FileState state) {
    return switch (state) {
      case REFUSED -> "REFUSED";
      case HELD, QUARANTINED -> "HELD";
      case RECEIVED, IN_PROGRESS, ANSWERED, FILED -> "ACCEPTED";
    };
  }

  private void table(ScreeningResult screened) {
    int width =
        screened.requests().stream()
            .mapToInt(one -> one.requestId().length())
            .reduce(screened.codes().isEmpty() ? 0 : THE_FILE.length(), Math::max);
    rows(THE_FILE, width, screened.codes(), List.of());
    screened.requests().forEach(one -> rows(one.requestId(), width, one.codes(), one.malformed()));
    for (SchemaFault fault : screened.faults()) {
      Long line = fault.detail().line();
      out.printf(
          "%s  %s%s%s%n",
          fault.detail().code(),
          fault.detail().detail(),
          line == null ? "" : " in line " + line,
          fault.field() == null ? "" : ": " + fault.field());
    }
    if (!screened.codes().isEmpty() || !screened.requests().isEmpty()) {
      out.println();
    }
  }

  private void rows(String who, int width, List<ReasonCode> codes, List<String> malformed) {
    String name = who;
    for (ReasonCode code : codes) {
      boolean named = code == ReasonCode.F109_SCHEMA && !malformed.isEmpty();
      out.printf(
          "%-" + width + "s  %-6s  %s%s%n",
          name,
          code.tier(),
          code,
          named ? ": " + String.join(", ", malformed) : "");
      name = "";
    }
  }

  private void sentences(ScreeningResult screened) {
    Set<ReasonCode> codes = new TreeSet<>(screened.codes());
    screened.requests().forEach(one -> codes.addAll(one.codes()));
    for (ReasonCode code : codes) {
      out.printf("%s%n    %s%n", code, code.sentence());
      cures(code, screened).forEach(cure -> out.printf("    What to do: %s%n", cure));
    }
    if (!codes.isEmpty()) {
      out.println();
    }
  }

  /** Each different cure of a code once; the general one if no fault has a cure of its own. */
  private static List<String> cures(ReasonCode code, ScreeningResult screened) {
    Stream<String> ofFile =
        screened.faults().stream()
            .filter(fault -> fault.detail().code() == code)
            .map(ScreenReport::cure);
    Stream<String> ofRequests =
        code == ReasonCode.F109_SCHEMA
            ? screened.requests().stream()
                .flatMap(one -> one.malformed().stream())
                .map(DetailCure::ofValue)
            : Stream.empty();
    List<String> cures = Stream.concat(ofFile, ofRequests).distinct().limit(MOST_CURES).toList();
    return cures.isEmpty() ? List.of(Cure.of(code)) : cures;
  }

  /** What to do about one fault of the file. */
  private static String cure(SchemaFault fault) {
    String own = fault.cure();
    return own == null
        ? DetailCure.of(fault.detail().code(), fault.detail().detail(), fault.field())
        : own;
  }
}
