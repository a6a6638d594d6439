package countersign.policy;

import countersign.authority.Agreement;
import countersign.authority.Authority;
import countersign.request.FileId;
import countersign.request.RequestHeader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data besides the header that a header rule may use.
 *
 * @param authority the registers
 * @param file id from the file's name
 * @param agency agency of the partner in whose inbox the file was
 * @param agreement agreement that the header names; null if there is none with that id
 * @param day day of the file's first pick-up; UTC for both dates if there is no agreement
 */
record HeaderContext(
    Authority authority, FileId file, String agency, @Nullable Agreement agreement, PickUpDay day) {

  static HeaderContext of(
      Authority authority, RequestHeader header, FileId file, String agency, Instant receivedAt) {
    Agreement agreement =
        Optional.ofNullable(header.agreement()).flatMap(authority::agreement).orElse(null);
    PickUpDay day =
        agreement == null
            ? PickUpDay.of(receivedAt, ZoneOffset.UTC)
            : PickUpDay.of(receivedAt, agreement.zone());
    return new HeaderContext(authority, file, agency, agreement, day);
  }
}
