package countersign.profile;

import countersign.request.Environment;
import countersign.request.FileDetail.Detail;
import countersign.request.RequestHeader;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks the required fields of header and trailer for which no rule has its own code. */
public final class HeaderChecks {
  private static final String FORMAT = "countersign/1";
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern INSTANT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");

  private HeaderChecks() {}

  /**
   * Reads the header; rules check requester, attestation, delegation and agreement later.
   *
   * @throws LineFault if another field is missing or malformed
   */
  public static RequestHeader complete(JsonNode tree) throws LineFault {
    Fields.Shape shape = new Fields.Shape();
    RequestHeader header = RecordMapper.header(tree, shape);
    boolean complete =
        !shape.malformed()
            && FORMAT.equals(header.format())
            && given(header.fileId())
            && given(header.agency())
            && Arrays.stream(Environment.values())
                .anyMatch(environment -> environment.headerWord().equals(header.environment()))
            && header.sequence() != null
            && createdAt(header) != null;
    if (!complete) {
      throw new LineFault(Detail.HEADER);
    }
    return header;
  }

  /**
   * Reads the trailer.
   *
   * @throws LineFault if a field is missing or malformed
   */
  public static RecordMapper.Trailer completeTrailer(JsonNode tree) throws LineFault {
    RecordMapper.Trailer trailer = RecordMapper.trailer(tree, new Fields.Shape());
    String hash = trailer.bodySha256();
    if (trailer.requestCount() == null
        || trailer.subjectCount() == null
        || trailer.caseHashTotal() == null
        || hash == null
        || !SHA256.matcher(hash).matches()) {
      throw new LineFault(Detail.HEADER);
    }
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
