package countersign.administration;

import countersign.accounts.AccessRecord;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The call that lists who signed in from where and who saw what. */
@RestController
@RequestMapping(path = "/api/v1/access", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Access record", description = "Who signed in from where, and who saw which case")
final class AccessApi {
  private final AccessRecord record;

  AccessApi(AccessRecord record) {
    this.record = record;
  }

  @GetMapping
  @Operation(summary = "Lists 100 entries; the newest is first")
  List<AccessJson> entries(
      @Parameter(description = "Only entries of this account") @RequestParam(required = false)
          @Nullable String account,
      @Parameter(description = "Only entries about this file, case or parked work")
          @RequestParam(required = false)
          @Nullable String subject,
      @Parameter(description = "Only entries of this day, UTC, YYYY-MM-DD")
          @RequestParam(required = false)
          @Nullable String day,
      @Parameter(description = "Only entries with a lower number: the id of the last one listed")
          @RequestParam(required = false)
          @Nullable Long before) {
    AccessJson.Asked asked = new AccessJson.Asked(account, subject, day, before);
    return AccessJson.of(record.entries(asked.filter(), AccessJson.MOST));
  }
}
