package countersign.approval;

import countersign.request.RequestKey;
import countersign.request.RequestState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything a reviewer sees of one request. For people who may see evidence only.
 *
 * @param key which request
 * @param state where it stands
 * @param asked what was asked, by whom, on what authority
 * @param draft what would leave; null if nothing can
 * @param innerCode why nothing can leave; null if something can, or nothing was looked up yet
 * @param evidence how it was matched, as JSON; null if nothing was looked up yet
 * @param approvals every word on it, oldest first, void ones too
 */
public record CaseFile(
    RequestKey key,
    RequestState state,
    RequestInContext asked,
    @Nullable Shown draft,
    @Nullable String innerCode,
    @Nullable String evidence,
    List<Approval> approvals) {
  /** Copies the approvals in. */
  public CaseFile {
    approvals = List.copyOf(approvals);
  }

  /** When the running endorsement or countersignature lapses. */
  public Optional<Instant> lapsesAt() {
    return approvals.stream()
        .filter(approval -> !approval.isVoid() && approval.lapsesAt() != null)
        .map(Approval::lapsesAt)
        .min(Instant::compareTo);
  }

  /**
   * The draft as it is shown.
   *
   * @param item canonical bytes of the response item
   * @param sha256 their SHA-256, hexadecimal: what is signed
   * @param draftedAt when it was made
   */
  public record Shown(byte[] item, String sha256, Instant draftedAt) {
    /** Copies the bytes in. */
    public Shown {
      item = item.clone();
    }

    @Override
    public byte[] item() {
      return item.clone();
    }

    /** Names the hash only. */
    @Override
    public String toString() {
      return sha256;
    }
  }

  /** Names the request only. */
  @Override
  public String toString() {
    return key.toString();
  }
}
