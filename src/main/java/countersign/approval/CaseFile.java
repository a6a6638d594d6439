package countersign.approval;

import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.statement.RequestInContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a reviewer sees of one request. Only people who may see evidence receive it.
 *
 * @param key the request's key
 * @param state the request's state
 * @param asked the request, its requester and its agreement
 * @param draft the draft that would be released; null if there is none
 * @param internalReason the internal reason why there is no draft; null if there is one, or before
 *     the look-up
 * @param evidence the matching evidence as JSON; null before the look-up
 * @param approvals all decisions on the request, oldest first, including void ones
 */
public record CaseFile(
    RequestKey key,
    RequestState state,
    RequestInContext asked,
    @Nullable Shown draft,
    @Nullable String internalReason,
    @Nullable String evidence,
    List<Approval> approvals) {
  /** Copies the list of approvals. */
  public CaseFile {
    approvals = List.copyOf(approvals);
  }

  /** The time at which the first valid endorsement or countersignature expires; empty if none. */
  public Optional<Instant> expiresAt() {
    return approvals.stream()
        .filter(approval -> !approval.isVoid() && approval.expiresAt() != null)
        .map(Approval::expiresAt)
        .min(Instant::compareTo);
  }

  /**
   * The draft as the reviewer sees it.
   *
   * @param item canonical bytes of the response item
   * @param sha256 SHA-256 of the item, hexadecimal, which an approval covers
   * @param draftedAt the time at which the draft was made
   */
  public record Shown(byte[] item, String sha256, Instant draftedAt) {
    /** Copies the bytes. */
    public Shown {
      item = item.clone();
    }

    @Override
    public byte[] item() {
      return item.clone();
    }

    /** Contains only the hash. */
    @Override
    public String toString() {
      return sha256;
    }
  }

  /** Contains only the request's key. */
  @Override
  public String toString() {
    return key.toString();
  }
}
