package countersign.profile;

import countersign.request.FileDetail.Detail;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Converts the bytes of a record to a JSON tree, from which {@link RecordMapper} reads. NDJSON is
 * the canonical format.
 */
public interface Profile {
  /** Cure of a file without a trailer. */
  String NO_TRAILER =
      "The trailer is missing: write it as the last line, as `seal --complete` does.";

  /**
   * Parses one record as a tree with its {@code type}.
   *
   * @throws LineFault if the record is not well formed
   */
  JsonNode tree(Lines.Raw raw) throws LineFault;

  /** Whether a line feed between double quotes belongs to the record. */
  default boolean quoted() {
    return false;
  }

  /**
   * Reads a line that belongs to the format and not to the content, such as the column names in
   * CSV.
   *
   * @return false if the line is a record
   */
  default boolean takesSecondLine(Lines.Raw raw) throws LineFault {
    return false;
  }

  /**
   * Whether a line of the format names the columns of requests; such a format fixes the first line,
   * so a missing header is also a fault of the form.
   */
  default boolean hasColumnNames() {
    return false;
  }

  /**
   * Whether a record that cannot be read is meant as one of this kind, so that an unreadable header
   * or trailer is not also a missing one.
   */
  default boolean isMeantAs(RecordKind kind, Lines.Raw raw) {
    return Pattern.compile("\"type\"\\s*:\\s*\"" + kind.word() + "\"")
        .matcher(new String(raw.bytes(), StandardCharsets.ISO_8859_1))
        .find();
  }

  /** The fault of a file that ends before its first request. */
  default LineFault endsEarly() {
    return new LineFault(Detail.HEADER, null, NO_TRAILER);
  }

  /** The profile for a file name. An instance of the CSV profile can be used for one file only. */
  static Profile of(FileName name) {
    return of(name.csv());
  }

  /** The profile for a format. An instance of the CSV profile can be used for one file only. */
  static Profile of(boolean csv) {
    return csv ? new CsvProfile() : NDJSON;
  }

  /** One JSON object on each line. */
  Profile NDJSON =
      raw -> {
        byte[] bytes = raw.bytes();
        if (bytes.length == 0) {
          throw new LineFault(Detail.LINE, null, "Remove the empty line.");
        }
        if (bytes[bytes.length - 1] == '\r') {
          throw new LineFault(
              Detail.LINE, null, "End each line with a line feed alone, without carriage return.");
        }
        if (!raw.ended()) {
          throw new LineFault(Detail.LINE, null, "End the last line with a line feed too.");
        }
        String text = utf8(bytes, 0);
        if (text.charAt(0) == '\ufeff') {
          throw new LineFault(
              Detail.UTF8, null, "Save the file as UTF-8 without a byte order mark.");
        }
        return RequestJson.parse(text);
      };

  /**
   * Decodes UTF-8 strictly.
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
