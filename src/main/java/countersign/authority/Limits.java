package countersign.authority;

/**
 * The numeric limits of an agreement; each is the gateway operator's own choice unless its rule
 * says otherwise. The shipped values are in {@code config/}.
 *
 * @param maxPlaintextBytes largest uncompressed size of a request file, bytes
 * @param maxExpansionRatio largest ratio of uncompressed to sealed size
 * @param largeVolumeSubjects number of subjects from which on a file gets F113
 * @param maxSubjects largest number of subjects in a file; above it F114
 * @param maxTaxPeriods largest number of years in a request
 * @param firstTaxPeriod earliest year in a request
 * @param sameReasonRequests largest number of requests with the same reason; above it R212
 * @param officerLoad largest number of open subjects that name one officer; above it R218
 * @param officerCeiling largest plausible number of open subjects that name one officer; above it
 *     R219
 * @param recurringAddressSubjects largest number of unrelated subjects that share an address; above
 *     it R216
 * @param attestationDays greatest age of the sole-use statement, days
 * @param resubmissionPercent percentage of resubmitted requests from which on a file gets F115
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
