package countersign.request;

import org.jspecify.annotations.Nullable;

/**
 * The first record of a request file, as written; a component is null when the field is absent.
 *
 * @param format {@code countersign/1}
 * @param fileId the id the file's name carries too
 * @param agreement agreement it relies on
 * @param environment TEST or PRODUCTION
 * @param agency the requesting agency
 * @param sequence number in the agency's sequence
 * @param createdAt UTC instant
 * @param requester who asks, 6103(i)(2)(A)
 * @param attestation the sole-use statement
 * @param delegation instrument id when the requester is a delegate
 * @param resubmissionOf the refused file this one cures
 */
public record RequestHeader(
    @Nullable String format,
    @Nullable String fileId,
    @Nullable String agreement,
    @Nullable String environment,
    @Nullable String agency,
    @Nullable Long sequence,
    @Nullable String createdAt,
    @Nullable Requester requester,
    @Nullable Attestation attestation,
    @Nullable String delegation,
    @Nullable Resubmission resubmissionOf) {

  /**
   * Head of agency, Inspector General or listed officer.
   *
   * @param registerId id in the register of requesting officials
   * @param name for people to read
   * @param title for people to read
   */
  public record Requester(
      @Nullable String registerId, @Nullable String name, @Nullable String title) {}

  /**
   * The sole-use statement.
   *
   * @param textId id of the text
   * @param signedBy register id of the signer
   * @param signedOn {@code YYYY-MM-DD}
   */
  public record Attestation(
      @Nullable String textId, @Nullable String signedBy, @Nullable String signedOn) {}

  /**
   * Link to a refused file.
   *
   * @param fileId the refused file
   * @param statement what changed
   */
  public record Resubmission(@Nullable String fileId, @Nullable String statement) {}
}
