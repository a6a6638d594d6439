package countersign.demo;

import countersign.crypto.Sha256;
import countersign.partnertool.FileTrailer;
import countersign.profile.RequestJson;
import countersign.request.Request;
import countersign.request.RequestHeader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Streams a request file of any size: the header, each request as it is added, and a correct
 * trailer when the writer is closed. Not thread-safe.
 *
 * @see <a href="../../../../../docs/exchange.md">exchange profile, section 4</a>
 */
public final class RequestWriter implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final OutputStream out;
  private final MessageDigest digest = Sha256.start();
  private final DigestOutputStream body;
  private final Format format;
  private final FileTrailer trailer = new FileTrailer();

  /** Format of a request file. */
  public enum Format {
    /** One JSON object per line. */
    NDJSON,
    /** RFC 4180 with the record type in the first column. */
    CSV;

    /** Suffix of the sealed file's name. */
    public String suffix() {
      return ".req." + name().toLowerCase(java.util.Locale.ROOT) + ".pgp";
    }
  }

  /**
   * Starts a file and writes its header.
   *
   * @param out receives the plaintext; closed with this writer
   */
  public RequestWriter(OutputStream out, RequestHeader header, Format format) throws IOException {
    this.out = out;
    this.body = new DigestOutputStream(out, digest);
    this.format = format;
    if (format == Format.CSV) {
      line("H," + CsvCells.pairs(CsvCells.flat(tree(header))));
      line("N," + String.join(",", CsvCells.COLUMNS));
    } else {
      line("{\"type\":\"header\"," + JSON.writeValueAsString(tree(header)).substring(1));
    }
  }

  /** Adds a request. */
  public void add(Request request) throws IOException {
    String json = new String(RequestJson.write(request), StandardCharsets.UTF_8);
    line(
        format == Format.CSV
            ? "R," + CsvCells.row(CsvCells.COLUMNS, CsvCells.flat(JSON.readTree(json)))
            : "{\"type\":\"request\"," + json.substring(1));
    trailer.add(request);
  }

  private void line(String line) throws IOException {
    body.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode tree(RequestHeader header) {
    ObjectNode tree = JSON.createObjectNode();
    tree.put("format", header.format()).put("fileId", header.fileId());
    tree.put("agreement", header.agreement()).put("environment", header.environment());
    tree.put("agency", header.agency()).put("sequence", header.sequence());
    tree.put("createdAt", header.createdAt());
    RequestHeader.Requester requester = header.requester();
    if (requester != null) {
      ObjectNode who = tree.putObject("requester").put("registerId", requester.registerId());
      who.put("name", requester.name()).put("title", requester.title());
    }
    RequestHeader.Attestation attestation = header.attestation();
    if (attestation != null) {
      ObjectNode said = tree.putObject("attestation").put("textId", attestation.textId());
      said.put("signedBy", attestation.signedBy()).put("signedOn", attestation.signedOn());
    }
    return tree;
  }

  /** Writes the trailer. */
  @Override
  public void close() throws IOException {
    try (out) {
      byte[] sha256 = digest.digest();
      String last = format == Format.CSV ? trailer.csv(sha256) : trailer.json(sha256);
      out.write((last + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
