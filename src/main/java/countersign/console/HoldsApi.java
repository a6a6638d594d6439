package countersign.console;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Holds: one word stops what has not been uploaded. */
@RestController
@RequestMapping(path = "/api/v1/holds", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
    name = "Holds",
    description = "Whatever is not uploaded yet can be stopped by one person; another one lifts it")
final class HoldsApi {
  private final StopActions holding;

  HoldsApi(StopActions holding) {
    this.holding = holding;
  }

  @GetMapping
  @Operation(summary = "Every hold, standing ones first")
  List<Hold> all() {
    return holding.all();
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Stops everything in a scope at once; 422 without a reason")
  ResponseEntity<Hold> set(@RequestBody Hold.Wanted wanted, Authentication who) {
    Hold hold = holding.set(wanted, Caller.of(who));
    return ResponseEntity.created(URI.create("/api/v1/holds/" + hold.id())).body(hold);
  }

  @PostMapping(path = "/{id}/lift", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Lifts a hold; 403 for whoever set it, 422 without a reason")
  Hold lift(@PathVariable long id, @RequestBody Hold.Lift lift, Authentication who) {
    return holding.lift(id, lift, Caller.of(who));
  }
}
