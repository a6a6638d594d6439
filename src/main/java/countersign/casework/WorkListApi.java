package countersign.casework;

import countersign.console.Caller;
import countersign.intake.HeldList;
import countersign.request.RequestState;
import countersign.reviewdesk.CaseClaim;
import countersign.reviewdesk.ClaimOutcome;
import countersign.reviewdesk.KeptReasons.Purpose;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calls of the reviewers' desk. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Work-list", description = "The cases that wait for the caller, and who works on which")
final class WorkListApi {
  private static final int MOST = 500;

  private final DeskActions desk;
  private final HeldList held;
  private final Clock clock;

  WorkListApi(DeskActions desk, HeldList held, Clock clock) {
    this.desk = desk;
    this.held = held;
    this.clock = clock;
  }

  @GetMapping("/work-list")
  @Operation(
      summary =
          "Lists cases that wait for the caller's roles; the earliest due is first, at most 500",
      description = "Cases that other people claimed are left out. Counsel sees them, too.")
  List<WorkItemJson> workList(
      @Parameter(description = "The requesting agency, as in the file's name")
          @RequestParam(required = false)
          @Nullable String agency,
      @Parameter(description = "DRAFTED, ENDORSED, COUNTERSIGNED or DECLINED")
          @RequestParam(required = false)
          @Nullable RequestState state,
      @Parameter(description = "Only what a person must decide within this number of hours")
          @RequestParam(required = false)
          @Nullable Integer dueWithinHours,
      Authentication who) {
    WorkListFilter filter = new WorkListFilter(agency, state, dueWithinHours);
    return desk.list(Caller.of(who), filter.ofCases(clock.instant())).cases().stream()
        .map(WorkItemJson::of)
        .toList();
  }

  @GetMapping("/work-list/held")
  @Operation(summary = "Lists held files and requests: what is missing, and when they lapse")
  List<HeldItemJson> held(
      @Parameter(description = "The requesting agency, as in the file's name")
          @RequestParam(required = false)
          @Nullable String agency,
      @Parameter(description = "Only what lapses within this number of hours")
          @RequestParam(required = false)
          @Nullable Integer dueWithinHours) {
    WorkListFilter filter = new WorkListFilter(agency, null, dueWithinHours);
    return filter
        .ofHeld(clock.instant())
        .map(wanted -> held.list(MOST, wanted))
        .orElse(List.of())
        .stream()
        .map(HeldItemJson::of)
        .toList();
  }

  @PostMapping(path = "/work-list/next", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Claims the next case for the caller",
      description =
          "Of the partner that waits longest for its turn, the case that is due first. 409"
              + " C409_TOO_MANY_CLAIMS if the caller claims as many cases as one person may.")
  @ApiResponse(responseCode = "200", description = "The case, claimed by the caller")
  @ApiResponse(responseCode = "204", description = "No case waits for the caller")
  ResponseEntity<WorkItemJson> next(
      @Parameter(description = "Only cases of this agency, as in the file's name")
          @RequestParam(required = false)
          @Nullable String agency,
      @Parameter(description = "Only cases in this state, as in the list")
          @RequestParam(required = false)
          @Nullable RequestState state,
      @Parameter(description = "Only what a person must decide within this number of hours")
          @RequestParam(required = false)
          @Nullable Integer dueWithinHours,
      @RequestBody ClaimJson.Nothing nothing,
      Authentication who) {
    WorkListFilter filter = new WorkListFilter(agency, state, dueWithinHours);
    Optional<ClaimOutcome.Claimed> claimed =
        desk.next(Caller.of(who), filter.ofCases(clock.instant()));
    return claimed
        .map(one -> WorkItemJson.of(one.item(), Optional.of(one.claim())))
        .map(ResponseEntity::ok)
        .orElseGet(() -> ResponseEntity.status(HttpStatus.NO_CONTENT).build());
  }

  @PostMapping(
      path = "/requests/{fileId}/{requestId}/claim",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Claims a case for the caller, or extends the caller's claim",
      description =
          "409 C409_CLAIMED if another person works on it, C409_OTHER_STATE if it does not wait for"
              + " the caller. The claim ends with a decision or when its time is over.")
  ClaimJson.Held claim(
      @PathVariable String fileId,
      @PathVariable String requestId,
      @RequestBody ClaimJson.Nothing nothing,
      Authentication who) {
    CaseClaim claim = desk.claim(fileId, requestId, Caller.of(who)).claim();
    return new ClaimJson.Held(fileId, requestId, claim.account(), claim.until());
  }

  @PostMapping(
      path = "/requests/{fileId}/{requestId}/unclaim",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Gives a case back, so that another person can claim it")
  ClaimJson.Ended unclaim(
      @PathVariable String fileId,
      @PathVariable String requestId,
      @RequestBody ClaimJson.Nothing nothing,
      Authentication who) {
    boolean ended = desk.unclaim(fileId, requestId, Caller.of(who));
    return new ClaimJson.Ended(fileId, requestId, ended);
  }

  @GetMapping("/requests/{fileId}/{requestId}/reasons")
  @Operation(
      summary = "Shows what the caller wrote about a case before the decision",
      description = "One member for each purpose. Nobody else can read it.")
  Map<Purpose, String> reasons(
      @PathVariable String fileId, @PathVariable String requestId, Authentication who) {
    return desk.kept(fileId, requestId, Caller.of(who));
  }

  @PostMapping(
      path = "/requests/{fileId}/{requestId}/reasons",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Keeps what the caller writes about a case, until the decision")
  Map<Purpose, String> keep(
      @PathVariable String fileId,
      @PathVariable String requestId,
      @RequestBody ClaimJson.Kept kept,
      Authentication who) {
    desk.keep(fileId, requestId, Caller.of(who), kept);
    return desk.kept(fileId, requestId, Caller.of(who));
  }
}
