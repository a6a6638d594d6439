package countersign.intake;

import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import countersign.request.Tier;
import countersign.screening.ArrivedFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file as it is kept.
 *
 * @param id its id
 * @param partner whose inbox it lay in
 * @param agency that partner's agency
 * @param name as it lay there, or a hash if the name was outside the pattern
 * @param sizeBytes as received
 * @param sealedSha256 as received, hexadecimal
 * @param receivedAt first pick-up: every date is measured then
 * @param state where it stands
 * @param codes file codes given so far
 * @param agreement the agreement it relies on; null until it has been read
 * @param requester register id; null until it has been read
 * @param ruleSet of the rules that judged it; null until then
 * @param moved whether the partner's file has left the inbox
 */
record FileRow(
    FileId id,
    String partner,
    String agency,
    String name,
    long sizeBytes,
    String sealedSha256,
    Instant receivedAt,
    FileState state,
    List<ReasonCode> codes,
    @Nullable String agreement,
    @Nullable String requester,
    @Nullable String ruleSet,
    boolean moved) {

  /** What the rules may know of it beside its content. */
  ArrivedFile arrived() {
    return new ArrivedFile(id, partner, agency, name, sizeBytes, receivedAt);
  }

  /** A file that has just been found; what its bytes are is not known yet. */
  static FileRow arriving(String partner, String agency, String name, Instant at) {
    FileId none = FileId.unnamed(LocalDate.EPOCH, "0".repeat(16));
    return new FileRow(
        none,
        partner,
        agency,
        name,
        0,
        "",
        at,
        FileState.RECEIVED,
        List.of(),
        null,
        null,
        null,
        false);
  }

  /** Whether it waits to be judged for the first time, or in vain so far. */
  boolean unjudged() {
    return state == FileState.RECEIVED
        || (state == FileState.QUARANTINED && codes.contains(ReasonCode.F120_NOT_JUDGED));
  }

  /** Whether only a person's decision is missing: no block, no missing number, no own repair. */
  boolean isForPeople() {
    return codes.stream()
        .noneMatch(
            code ->
                code.tier() == Tier.BLOCK
                    || code == ReasonCode.F105_SEQUENCE_GAP
                    || code == ReasonCode.F120_NOT_JUDGED);
  }
}
