package countersign.console;

import countersign.operations.FileStatus;
import countersign.operations.ObservableState;
import countersign.request.FileState;
import countersign.request.RequestState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file in the API. */
@Schema(name = "File", description = "State of one file, without any data about a taxpayer")
record FileJson(
    @Schema(description = "The file id", example = "DHS-ICE_T_20261124_0001") String id,
    @Schema(description = "Partner that sent it") String partner,
    FileState state,
    @Schema(description = "Number of requests read; 0 if reading failed before") int requests,
    @Schema(
            description =
                "Requests by state. Submitters, operators and auditors see REFUSED, HELD, TAKEN and ANSWERED;"
                    + " reviewers, counsel and the privacy officer see every state.")
        Map<String, Long> counts,
    @Schema(description = "The file's own reason codes") List<String> codes,
    Times times) {

  FileJson {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    codes = List.copyOf(codes);
  }

  /** The times at which the file reached each point of processing. */
  @Schema(name = "FileTimes", description = "UTC; left out if it has not happened yet")
  record Times(
      Instant receivedAt,
      @Nullable Instant judgedAt,
      @Nullable Instant acknowledgedAt,
      @Nullable Instant movedAt,
      @Nullable Instant answeredAt) {}

  /**
   * Converts a file.
   *
   * @param exact number of requests by exact state, for roles that may see evidence; null for other
   *     roles
   */
  static FileJson of(FileStatus file, @Nullable Map<RequestState, Long> exact) {
    FileStatus.Times at = file.times();
    return new FileJson(
        file.id().value(),
        file.partner(),
        file.state(),
        file.requests(),
        counts(file, exact),
        file.codes(),
        new Times(
            at.receivedAt(), at.judgedAt(), at.acknowledgedAt(), at.movedAt(), at.answeredAt()));
  }

  static Map<String, Long> counts(FileStatus file, @Nullable Map<RequestState, Long> exact) {
    Map<String, Long> counts = new LinkedHashMap<>();
    if (exact == null) {
      for (ObservableState seen : ObservableState.values()) {
        counts.put(seen.name(), file.counts().getOrDefault(seen, 0L));
      }
    } else {
      for (RequestState state : RequestState.values()) {
        counts.put(state.name(), exact.getOrDefault(state, 0L));
      }
    }
    return counts;
  }
}
