package countersign.partnertool;

import countersign.crypto.Sha256;
import countersign.request.DocumentJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What an officer says about a response: a receipt, a disposition, or the certificate that answers
 * a recall.
 *
 * @param response id and hash of the response
 * @param officer the officer who signs
 * @param kind RECEIVED, RETURNED, MADE_UNDISCLOSABLE or STILL_PROTECTED
 * @param method how it was made undisclosable; null for every other kind
 * @param recall the recall that it answers; null if none
 */
public record OfficerDocument(
    Response response,
    String officer,
    String kind,
    @Nullable String method,
    @Nullable String recall) {
  private static final Pattern NAME =
      Pattern.compile("(.+\\.rsp\\.[A-Z2-7]{8})\\.ndjson\\.(?:pgp|asc)");

  /**
   * A response as it was received.
   *
   * @param id its id
   * @param sha256 of the sealed bytes, hexadecimal
   */
  public record Response(String id, String sha256) {
    /** The response in these bytes. */
    public static Response of(String fileName, byte[] sealed) throws IOException {
      return new Response(id(fileName), Sha256.hex(sealed));
    }

    /** The response in a file. */
    static Response of(Path file) throws IOException {
      MessageDigest digest = Sha256.start();
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return new Response(
          id(String.valueOf(file.getFileName())), HexFormat.of().formatHex(digest.digest()));
    }

    private static String id(String name) throws IOException {
      Matcher matcher = NAME.matcher(name);
      if (!matcher.matches()) {
        throw new IOException(
            "%s is not the name of a response, such as DHS-ICE_T_20261124_0001.rsp.ABCDEFGH.ndjson.pgp. Name the file as it lay in outbox/, or use --response and --sha256."
                .formatted(name));
      }
      return matcher.group(1);
    }
  }

  /** The bytes that the officer signs. */
  public byte[] write(Instant at) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = DocumentJson.to(out)) {
      json.writeStartObject();
      json.writeStringProperty("format", "countersign/1");
      json.writeStringProperty("responseId", response.id());
      json.writeStringProperty("officerId", officer);
      json.writeStringProperty("kind", kind);
      json.writeStringProperty("sealedSha256", response.sha256());
      json.writeStringProperty("at", at.truncatedTo(ChronoUnit.SECONDS).toString());
      if (method != null) {
        json.writeStringProperty("method", method);
      }
      if (recall != null) {
        json.writeStringProperty("recallId", recall);
      }
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  /** The name of the file in the inbox. */
  public String fileName(int number) {
    return "%s.dsp.%s.%03d.json.pgp".formatted(response.id(), officer, number);
  }
}
