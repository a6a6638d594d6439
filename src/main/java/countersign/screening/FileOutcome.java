package countersign.screening;

import countersign.pgp.Signer;
import countersign.request.FileDetail;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import countersign.request.Tier;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Derives the result for a file from its codes. Stateless. */
public final class FileOutcome {
  private FileOutcome() {}

  /**
   * Codes of stage 4: the header's codes, and A101 if the signer is pinned but is not a key of this
   * requester.
   *
   * @param screening result of screening the header
   * @param signer null for a dry run of a plaintext file, which is not signed yet
   */
  public static Set<ReasonCode> stageFour(
      ScreeningPolicy.HeaderScreening screening, @Nullable Signer signer) {
    Set<ReasonCode> codes = EnumSet.noneOf(ReasonCode.class);
    codes.addAll(screening.codes());
    boolean theirs =
        signer == null
            || screening.signers().contains(signer.primaryFingerprint().toUpperCase(Locale.ROOT));
    if (!theirs && !codes.contains(ReasonCode.A102_DELEGATION_INVALID)) {
      codes.add(ReasonCode.A101_REQUESTER_NOT_AUTHORIZED);
    }
    return codes;
  }

  /**
   * R19: codes for a file with more subjects than a person's decision is needed for, or more than
   * the agreement's cap.
   */
  public static Set<ReasonCode> volume(long subjects, FileLimits fileWideLimits) {
    Set<ReasonCode> codes = EnumSet.noneOf(ReasonCode.class);
    if (subjects >= fileWideLimits.limits().largeVolumeSubjects()) {
      codes.add(ReasonCode.F113_LARGE_VOLUME);
    }
    if (subjects > fileWideLimits.limits().maxSubjects()) {
      codes.add(ReasonCode.F114_CAP_EXCEEDED);
    }
    codes.retainAll(fileWideLimits.applied());
    return codes;
  }

  /** Whether one of the codes refuses the file. */
  static boolean isRefused(Collection<ReasonCode> codes) {
    return codes.stream().anyMatch(code -> code.tier() == Tier.REJECT);
  }

  /** State of a file with these codes. */
  public static FileState state(Set<ReasonCode> codes) {
    if (isRefused(codes)) {
      return FileState.REFUSED;
    }
    return codes.isEmpty() ? FileState.IN_PROGRESS : FileState.HELD;
  }

  /** Details of the codes of stage 4. */
  public static List<FileDetail> details(Set<ReasonCode> codes) {
    return codes.contains(ReasonCode.F103_FILENAME)
        ? List.of(new FileDetail(ReasonCode.F103_FILENAME, FileDetail.Detail.HEADER, null))
        : List.of();
  }
}
