package countersign.casework;

import countersign.reviewdesk.ControlCases;
import countersign.reviewdesk.ControlFlaw;
import countersign.reviewdesk.ControlResult;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The call that lists what became of control cases. */
@RestController
@RequestMapping(path = "/api/v1/control-cases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Control cases", description = "Made-up cases that reviewers must deny")
final class ControlCasesApi {
  private final ControlCases controls;

  ControlCasesApi(ControlCases controls) {
    this.controls = controls;
  }

  /** What became of one control case. */
  @Schema(name = "ControlCase")
  record ControlCaseJson(
      String fileId,
      String requestId,
      @Schema(description = "Why it must be denied") ControlFlaw flaw,
      Instant madeAt,
      @Schema(description = "Accounts that opened it; the first is first") List<String> openedBy,
      @Nullable String endorsedBy,
      @Nullable String countersignedBy,
      @Schema(description = "Account that denied it") @Nullable String foundBy,
      ControlResult.Verdict result) {
    static ControlCaseJson of(ControlResult result) {
      return new ControlCaseJson(
          result.key().file().value(),
          result.key().requestId(),
          result.flaw(),
          result.madeAt(),
          result.openedBy(),
          result.endorsedBy(),
          result.countersignedBy(),
          result.foundBy(),
          result.verdict());
    }
  }

  @GetMapping
  @Operation(summary = "Lists control cases and their results; the newest is first, at most 500")
  List<ControlCaseJson> all() {
    return controls.results().stream().map(ControlCaseJson::of).toList();
  }
}
