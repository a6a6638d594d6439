package countersign.casework;

import countersign.intake.HeldList.HeldItem;
import countersign.request.ReasonCode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A held file or request. */
@Schema(name = "HeldItem")
record HeldItemJson(
    String fileId,
    @Schema(description = "Id of the request; null if the whole file waits")
        @Nullable String requestId,
    String partner,
    @Schema(description = "Why it is held") List<ReasonCode> codes,
    @Schema(description = "What is missing, in words") String missing,
    Instant since,
    @Schema(
            description =
                "When the gateway rejects it if no person decides; null if that time does not run now")
        @Nullable Instant lapsesAt) {

  static HeldItemJson of(HeldItem item) {
    return new HeldItemJson(
        item.file().value(),
        item.request(),
        item.partner(),
        item.codes(),
        item.missing(),
        item.since(),
        item.lapsesAt());
  }
}
