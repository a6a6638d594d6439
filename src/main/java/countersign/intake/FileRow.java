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
 * A stored file.
 *
 * @param id id of the file
 * @param partner the owner of the inbox
 * @param agency the agency of that partner
 * @param name the name in the inbox, or a hash of it if the name was outside the pattern
 * @param sizeBytes size as received
 * @param sealedSha256 SHA-256 of the received bytes, hexadecimal
 * @param receivedAt the first pick-up, from which every date is measured
 * @param state state of the file
 * @param codes file codes that apply
 * @param agreement the agreement that the file cites; null until it has been read
 * @param requester register id; null until the file has been read
 * @param ruleSet the rule set that judged the file; null until then
 * @param moved whether the partner's file has left the inbox
 */
public record FileRow(
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

  /** The facts that the rules use beside the content. */
  public ArrivedFile arrived() {
    return new ArrivedFile(id, partner, agency, name, sizeBytes, receivedAt);
  }

  /** A file that has just been found and whose bytes are not known yet. */
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

  /** Whether the file has no verdict yet, after no attempt or after failed ones. */
  boolean unjudged() {
    return state == FileState.RECEIVED
        || (state == FileState.QUARANTINED && codes.contains(ReasonCode.F120_NOT_JUDGED));
  }

  /** Whether only a person's decision is missing: no block, no missing number, no own repair. */
  boolean isForPeople() {
    return codes.stream().allMatch(FileRow::isForPeople);
  }

  /** Whether a file with this code waits for a person's decision. */
  static boolean isForPeople(ReasonCode code) {
    return code.tier() != Tier.BLOCK
        && code != ReasonCode.F105_SEQUENCE_GAP
        && code != ReasonCode.F120_NOT_JUDGED;
  }
}
