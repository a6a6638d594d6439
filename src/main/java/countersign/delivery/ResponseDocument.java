package countersign.delivery;

import countersign.crypto.Sha256;
import countersign.redaction.ResponseItem;
import countersign.request.DocumentJson;
import countersign.request.Environment;
import countersign.request.FileId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the plaintext of a response: header, items and trailer. Padding makes its length depend
 * only on the number of requests that the group had when it was taken.
 *
 * @see <a href="../../../../../docs/exchange.md">exchange profile, section 6</a>
 */
final class ResponseDocument {
  private static final String LABEL = "FEDERAL TAX INFORMATION - 26 USC 6103";
  private static final String USE =
      "Solely for the officers named and the criminal matter stated. No redisclosure.";
  private static final int BLOCK_BYTES = 4_096;
  private static final int FRAME_BYTES = 2_048;

  private ResponseDocument() {}

  /**
   * The header of a response.
   *
   * @param responseId the response's id
   * @param file the file that it answers
   * @param officers the officers whose keys can decrypt it
   * @param reviewBy the day by which its use is reviewed
   * @param size the number of events that the checkpoint covers
   * @param root the checkpoint's root, hexadecimal
   */
  record Header(
      String responseId,
      FileId file,
      List<String> officers,
      LocalDate reviewBy,
      long size,
      String root) {}

  /** The plaintext's length in bytes, from the number of requests when the group was taken. */
  static long length(int requests) {
    long needed = FRAME_BYTES + (long) ResponseItem.MAX_BYTES * requests;
    return (needed + BLOCK_BYTES - 1) / BLOCK_BYTES * BLOCK_BYTES;
  }

  /**
   * Writes the whole plaintext.
   *
   * @param items canonical bytes of each item, without line feeds
   * @param requests the number of requests when the group was taken, at least the number of items
   * @throws IllegalStateException if the plaintext does not fit, which the limits on items and ids
   *     prevent
   */
  static void write(OutputStream out, Header header, List<byte[]> items, int requests)
      throws IOException {
    MessageDigest digest = Sha256.start();
    long written = line(out, digest, header(header));
    for (byte[] item : items) {
      written += line(out, digest, item);
    }
    String hash = HexFormat.of().formatHex(digest.digest());
    byte[] bare = trailer(items.size(), hash, 0);
    long pad = length(requests) - written - bare.length - 1;
    if (pad < 0) {
      throw new IllegalStateException(
          "D408_OUTPUT_NOT_ALLOWED  Response %s: %d results of a group of %d do not fit into %d bytes. Nothing was sealed."
              .formatted(header.responseId(), items.size(), requests, length(requests)));
    }
    out.write(trailer(items.size(), hash, Math.toIntExact(pad)));
    out.write('\n');
  }

  private static long line(OutputStream out, MessageDigest digest, byte[] line) throws IOException {
    out.write(line);
    out.write('\n');
    digest.update(line);
    digest.update((byte) '\n');
    return line.length + 1L;
  }

  private static byte[] header(Header header) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = DocumentJson.to(bytes)) {
      json.writeStartObject();
      json.writeStringProperty("type", "header");
      json.writeStringProperty("format", "countersign/1");
      json.writeStringProperty("responseId", header.responseId());
      json.writeStringProperty("fileId", header.file().value());
      json.writeArrayPropertyStart("officers");
      for (String officer : header.officers()) {
        json.writeString(officer);
      }
      json.writeEndArray();
      json.writeStringProperty("label", LABEL);
      json.writeStringProperty("use", USE);
      json.writeStringProperty("reviewBy", header.reviewBy().toString());
      json.writeObjectPropertyStart("ledger");
      json.writeNumberProperty("size", header.size());
      json.writeStringProperty("root", header.root());
      json.writeEndObject();
      if (header.file().environment() == Environment.T) {
        json.writeStringProperty("notice", "SYNTHETIC TEST DATA");
      }
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static byte[] trailer(int results, String bodySha256, int pad) {
    return "{\"type\":\"trailer\",\"resultCount\":%d,\"bodySha256\":\"%s\",\"pad\":\"%s\"}"
        .formatted(results, bodySha256, " ".repeat(pad))
        .getBytes(StandardCharsets.UTF_8);
  }
}
