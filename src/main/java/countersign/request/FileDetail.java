package countersign.request;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One entry of an acknowledgement's {@code fileDetails}. It says which part of a file code applies
 * and never contains a value from the file.
 *
 * @param code file code that this entry explains
 * @param detail which part of the code applies
 * @param line line of the plaintext, from 1, in stage 3 (reading); null in every other stage
 */
public record FileDetail(ReasonCode code, Detail detail, @Nullable Long line) {

  /** The closed list of details that an acknowledgement can contain. */
  public enum Detail {
    NOT_OPENPGP,
    PLAINTEXT,
    NOT_FOR_US,
    NO_INTEGRITY,
    UNSUPPORTED_PACKET,
    DAMAGED,
    NESTED,
    TRAILING,
    NO_SIGNATURE,
    SEVERAL_SIGNATURES,
    UNKNOWN_SIGNER,
    BAD_SIGNATURE,
    KEY_EXPIRED,
    KEY_REVOKED,
    WEAK,
    SIGNED_TOO_EARLY,
    SIGNED_IN_FUTURE,
    SIZE,
    RATIO,
    LINE,
    UTF8,
    JSON,
    DUPLICATE_KEY,
    UNKNOWN_FIELD,
    TYPE,
    DUPLICATE_REQUEST_ID,
    NO_REQUEST,
    NAME,
    HEADER,
    SEEN_CONTENT,
    USED_ID
  }

  /** As the log and a person read it, such as {@code HEADER in line 1}. */
  @Override
  public String toString() {
    return line == null ? detail.name() : detail + " in line " + line;
  }

  /** The stored form of several entries, which is that of an acknowledgement. */
  public static String json(List<FileDetail> details) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (FileDetail detail : details) {
      ObjectNode one = all.addObject();
      one.put("code", detail.code().name()).put("detail", detail.detail().name());
      if (detail.line() != null) {
        one.put("line", detail.line());
      }
    }
    return all.toString();
  }
}
