package countersign.profile;

import static countersign.profile.RequestJson.text;

import countersign.request.RequestHeader;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the canonical bytes of a header for storage.
 *
 * @see RequestJson
 */
public final class HeaderJson {
  private HeaderJson() {}

  /** Writes the canonical bytes of a header. */
  public static byte[] write(RequestHeader header) {
    return RequestJson.object(
        json -> {
          text(json, "format", header.format());
          text(json, "fileId", header.fileId());
          text(json, "agreement", header.agreement());
          text(json, "environment", header.environment());
          text(json, "agency", header.agency());
          if (header.sequence() != null) {
            json.writeNumberProperty("sequence", header.sequence());
          }
          text(json, "createdAt", header.createdAt());
          RequestHeader.Requester requester = header.requester();
          if (requester != null) {
            json.writeObjectPropertyStart("requester");
            text(json, "registerId", requester.registerId());
            text(json, "name", requester.name());
            text(json, "title", requester.title());
            json.writeEndObject();
          }
          attestation(json, header);
        });
  }

  private static void attestation(JsonGenerator json, RequestHeader header) {
    RequestHeader.Attestation attestation = header.attestation();
    if (attestation != null) {
      json.writeObjectPropertyStart("attestation");
      text(json, "textId", attestation.textId());
      text(json, "signedBy", attestation.signedBy());
      text(json, "signedOn", attestation.signedOn());
      json.writeEndObject();
    }
    text(json, "delegation", header.delegation());
    RequestHeader.Resubmission resubmission = header.resubmissionOf();
    if (resubmission != null) {
      json.writeObjectPropertyStart("resubmissionOf");
      text(json, "fileId", resubmission.fileId());
      text(json, "statement", resubmission.statement());
      json.writeEndObject();
    }
  }
}
