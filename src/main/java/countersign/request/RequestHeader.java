package countersign.request;

import org.jspecify.annotations.Nullable;

/**
 * The first record of a request file. Its ids, codes and times are trimmed here and nowhere else,
 * so that every reader of a header sees the same value; texts for people stay as written. A
 * component is null when the field is absent.
 *
 * @param format {@code countersign/1}
 * @param fileId file id, which the file's name also contains
 * @param agreement id of the agreement under which the agency requests
 * @param environment TEST or PRODUCTION
 * @param agency the requesting agency
 * @param sequence number in the agency's sequence
 * @param createdAt UTC instant
 * @param requester the official who makes the requests, 6103(i)(2)(A)
 * @param attestation the sole-use statement
 * @param delegation id of the delegation instrument if the requester is a delegate
 * @param resubmissionOf the refused file that this file replaces
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
  /** Trims ids, codes and times. */
  public RequestHeader {
    format = trimmed(format);
    fileId = trimmed(fileId);
    agreement = trimmed(agreement);
    environment = trimmed(environment);
    agency = trimmed(agency);
    createdAt = trimmed(createdAt);
    delegation = trimmed(delegation);
  }

  private static @Nullable String trimmed(@Nullable String written) {
    return written == null ? null : written.strip();
  }

  /**
   * The requesting official: head of agency, Inspector General or listed officer.
   *
   * @param registerId id in the register of requesting officials
   * @param name for display only
   * @param title for display only
   */
  public record Requester(
      @Nullable String registerId, @Nullable String name, @Nullable String title) {
    /** Trims the id. */
    public Requester {
      registerId = trimmed(registerId);
    }
  }

  /**
   * The sole-use statement: the agency's assurance about how it uses the address.
   *
   * @param textId id of the statement's text
   * @param signedBy register id of the signer
   * @param signedOn {@code YYYY-MM-DD}
   */
  public record Attestation(
      @Nullable String textId, @Nullable String signedBy, @Nullable String signedOn) {
    /** Trims the ids and the date. */
    public Attestation {
      textId = trimmed(textId);
      signedBy = trimmed(signedBy);
      signedOn = trimmed(signedOn);
    }
  }

  /**
   * Reference to a refused file.
   *
   * @param fileId id of the refused file
   * @param statement what changed since then
   */
  public record Resubmission(@Nullable String fileId, @Nullable String statement) {
    /** Trims the id. */
    public Resubmission {
      fileId = trimmed(fileId);
    }
  }
}
