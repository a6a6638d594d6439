package countersign.profile;

import countersign.request.FileDetail.Detail;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** How a record's bytes become a tree that the one mapping reads; NDJSON is canonical. */
public interface Profile {

  /**
   * One record as a tree with its {@code type}.
   *
   * @throws LineFault if it is not well formed
   */
  JsonNode tree(Lines.Raw raw) throws LineFault;

  /** Whether a line feed between double quotes belongs to the record. */
  default boolean quoted() {
    return false;
  }

  /**
   * Takes a line that belongs to the form and not to the content, such as CSV's names of columns.
   *
   * @return false if there is no such line
   */
  default boolean takesSecondLine(Lines.Raw raw) throws LineFault {
    return false;
  }

  /** The profile that a file's name states; a CSV profile serves one reading. */
  static Profile of(FileName name) {
    return name.csv() ? new CsvProfile() : NDJSON;
  }

  /** One JSON object a line. */
  Profile NDJSON =
      raw -> {
        byte[] bytes = raw.bytes();
        if (bytes.length == 0 || bytes[bytes.length - 1] == '\r' || !raw.ended()) {
          throw new LineFault(Detail.LINE);
        }
        String text = utf8(bytes, 0);
        if (text.charAt(0) == '\ufeff') {
          throw new LineFault(Detail.UTF8);
        }
        return RequestJson.parse(text);
      };

  /**
   * Decodes strictly.
   *
   * @throws LineFault if the bytes are not UTF-8
   */
  static String utf8(byte[] bytes, int from) throws LineFault {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw new LineFault(Detail.UTF8);
    }
  }
}
