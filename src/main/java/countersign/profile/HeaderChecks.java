package countersign.profile;

import countersign.request.Environment;
import countersign.request.FileDetail.Detail;
import countersign.request.FileId;
import countersign.request.RequestHeader;
import countersign.validation.Presence;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks the required fields of header and trailer for which no rule has its own code. */
public final class HeaderChecks {
  private static final String FORMAT = "countersign/1";
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern INSTANT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T(?:[01]\\d|2[0-3]):\\d{2}:\\d{2}(\\.\\d{1,9})?Z");

  private HeaderChecks() {}

  /**
   * Reads the header; rules check requester, attestation, delegation and agreement later.
   *
   * @throws LineFault if another field is missing or malformed
   */
  public static RequestHeader complete(JsonNode tree) throws LineFault {
    Fields.Shape shape = new Fields.Shape();
    RequestHeader header = RecordMapper.header(tree, shape);
    Set<String> wrong = new LinkedHashSet<>(shape.malformed());
    require(wrong, "format", FORMAT.equals(header.format()));
    require(wrong, "fileId", given(header.fileId()));
    require(wrong, "agency", given(header.agency()));
    require(
        wrong,
        "environment",
        Arrays.stream(Environment.values())
            .anyMatch(environment -> environment.headerWord().equals(header.environment())));
    require(wrong, "sequence", header.sequence() != null);
    require(wrong, "createdAt", createdAt(header) != null);
    RequestHeader.Resubmission cited = header.resubmissionOf();
    if (cited != null) {
      require(wrong, "resubmissionOf.fileId", isOfAgency(cited.fileId(), header.agency()));
      require(wrong, "resubmissionOf.statement", !Presence.missing(cited.statement()));
    }
    refuse(wrong);
    return header;
  }

  private static void require(Set<String> wrong, String field, boolean complete) {
    if (!complete) {
      wrong.add(field);
    }
  }

  /** One fault with the names of all fields. */
  private static void refuse(Set<String> wrong) throws LineFault {
    if (!wrong.isEmpty()) {
      throw new LineFault(Detail.HEADER, String.join(", ", wrong));
    }
  }

  private static boolean isOfAgency(@Nullable String fileId, @Nullable String agency) {
    return fileId != null
        && FileId.parse(fileId).filter(id -> id.agency().equals(agency)).isPresent();
  }

  /**
   * Reads the trailer.
   *
   * @throws LineFault if a field is missing or malformed
   */
  public static RecordMapper.Trailer completeTrailer(JsonNode tree) throws LineFault {
    RecordMapper.Trailer trailer = RecordMapper.trailer(tree, new Fields.Shape());
    String hash = trailer.bodySha256();
    Set<String> wrong = new LinkedHashSet<>();
    require(wrong, "requestCount", trailer.requestCount() != null);
    require(wrong, "subjectCount", trailer.subjectCount() != null);
    require(wrong, "caseHashTotal", trailer.caseHashTotal() != null);
    require(wrong, "bodySha256", hash != null && SHA256.matcher(hash).matches());
    refuse(wrong);
    return trailer;
  }

  /** Time at which the partner created the file; null if it is missing or not in UTC. */
  static @Nullable Instant createdAt(RequestHeader header) {
    String text = header.createdAt();
    if (text == null || !INSTANT.matcher(text).matches()) {
      return null;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static boolean given(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
