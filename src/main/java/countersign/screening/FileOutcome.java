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

/** What its codes make of a file. Stateless. */
public final class FileOutcome {
  private FileOutcome() {}

  /**
   * Stage 4: the header's codes, and A101 if the signer is pinned but is not this requester's.
   *
   * @param signer null for a plain file that is only screened: nobody has signed it yet
   */
  public static Set<ReasonCode> stageFour(
      ScreeningPolicy.HeaderScreening finding, @Nullable Signer signer) {
    Set<ReasonCode> codes = EnumSet.noneOf(ReasonCode.class);
    codes.addAll(finding.codes());
    boolean theirs =
        signer == null
            || finding.signers().contains(signer.primaryFingerprint().toUpperCase(Locale.ROOT));
    if (!theirs && !codes.contains(ReasonCode.A102_DELEGATION_INVALID)) {
      codes.add(ReasonCode.A101_REQUESTER_NOT_AUTHORIZED);
    }
    return codes;
  }

  /** R19: how many subjects the file may name before a person must decide. */
  public static Set<ReasonCode> volume(long subjects, FileWideLimits comparison) {
    Set<ReasonCode> codes = EnumSet.noneOf(ReasonCode.class);
    if (subjects >= comparison.limits().largeVolumeSubjects()) {
      codes.add(ReasonCode.F113_LARGE_VOLUME);
    }
    if (subjects > comparison.limits().maxSubjects()) {
      codes.add(ReasonCode.F114_CAP_EXCEEDED);
    }
    codes.retainAll(comparison.applied());
    return codes;
  }

  /** Whether one of the codes refuses the file. */
  static boolean isRefused(Collection<ReasonCode> codes) {
    return codes.stream().anyMatch(code -> code.tier() == Tier.REJECT);
  }

  /** Where the file stands. */
  public static FileState state(Set<ReasonCode> codes) {
    if (isRefused(codes)) {
      return FileState.REFUSED;
    }
    if (codes.stream().anyMatch(code -> code.tier() == Tier.BLOCK)) {
      return FileState.QUARANTINED;
    }
    return codes.isEmpty() ? FileState.IN_PROGRESS : FileState.HELD;
  }

  /** Which part of stage 4's codes applies. */
  public static List<FileDetail> details(Set<ReasonCode> codes) {
    return codes.contains(ReasonCode.F103_FILENAME)
        ? List.of(new FileDetail(ReasonCode.F103_FILENAME, FileDetail.Detail.HEADER, null))
        : List.of();
  }
}
