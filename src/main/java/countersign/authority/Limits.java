package countersign.authority;

/**
 * The numbers of an agreement; each is our own limit unless its rule says otherwise. Shipped values
 * stand in {@code config/}.
 *
 * @param maxPlaintextBytes uncompressed size of a request file
 * @param maxExpansionRatio uncompressed to sealed
 * @param largeVolumeSubjects F113 from here
 * @param maxSubjects F114 above
 * @param maxTaxPeriods years a request may name
 * @param firstTaxPeriod earliest year
 * @param sameReasonRequests R212 above
 * @param officerLoad R218 above
 * @param officerCeiling R219 above
 * @param recurringAddressSubjects R216 above
 * @param attestationDays age of the sole-use statement at most
 * @param resubmissionPercent F115 from here
 */
public record Limits(
    long maxPlaintextBytes,
    int maxExpansionRatio,
    int largeVolumeSubjects,
    int maxSubjects,
    int maxTaxPeriods,
    int firstTaxPeriod,
    int sameReasonRequests,
    int officerLoad,
    int officerCeiling,
    int recurringAddressSubjects,
    int attestationDays,
    int resubmissionPercent) {}
