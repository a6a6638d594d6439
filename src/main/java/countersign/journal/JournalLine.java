package countersign.journal;

import countersign.crypto.Sha256;
import countersign.ledger.CanonicalJson;
import countersign.request.OutgoingId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal, as canonical JSON. It contains ids, outcomes and hashes; no name, number
 * or address of a person.
 *
 * @param at when it was written
 * @param upload the upload that may begin after it; null for a line that only names the ledger
 * @param ledger the last checkpoint of the ledger at that time
 * @param previous SHA-256 of the line before, hexadecimal; {@link #NONE} for the first line
 */
record JournalLine(Instant at, @Nullable Upload upload, Position ledger, String previous) {
  /** The hash before the first line. */
  static final String NONE = "0".repeat(64);

  /**
   * The ledger at one moment.
   *
   * @param size the number of events that the checkpoint covers; 0 if there is none
   * @param root its root, hexadecimal; empty if there is none
   */
  record Position(long size, String root) {
    static final Position EMPTY = new Position(0, "");

    private String text() {
      return size + " " + root;
    }

    private static Position parse(String text) {
      String[] words = words(text, 2);
      return new Position(Long.parseLong(words[0]), words[1]);
    }
  }

  /** The line without its line end. */
  byte[] write() {
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put("at", at.toString());
    texts.put("ledger", ledger.text());
    texts.put("previous", previous);
    if (upload != null) {
      texts.put("document", upload.id().toString());
      texts.put("partner", upload.partner());
      texts.put("sha256", upload.sha256());
      texts.put("bytes", Long.toString(upload.bytes()));
      texts.put(
          "results",
          upload.results().stream().map(JournalLine::text).collect(Collectors.joining(",")));
    }
    return CanonicalJson.write(texts);
  }

  /** SHA-256 of the line, hexadecimal. */
  String hash() {
    return Sha256.hex(write());
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is not exactly what {@link #write} writes
   */
  static JournalLine parse(byte[] bytes) {
    Map<String, String> texts = CanonicalJson.read(bytes);
    try {
      JournalLine line =
          new JournalLine(
              Instant.parse(required(texts, "at")),
              texts.containsKey("document") ? upload(texts) : null,
              Position.parse(required(texts, "ledger")),
              required(texts, "previous"));
      if (Arrays.equals(line.write(), bytes)) {
        return line;
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("A line of the journal has a time that is none", e);
    }
    throw new IllegalArgumentException("A line of the journal has a member that is unknown");
  }

  private static Upload upload(Map<String, String> texts) {
    String results = required(texts, "results");
    return new Upload(
        OutgoingId.parse(required(texts, "document")),
        required(texts, "partner"),
        required(texts, "sha256"),
        Long.parseLong(required(texts, "bytes")),
        results.isEmpty()
            ? List.of()
            : List.of(results.split(",", -1)).stream().map(JournalLine::result).toList());
  }

  private static String text(Upload.Result result) {
    return result.requestId() + " " + result.outcome() + " " + result.itemSha256();
  }

  private static Upload.Result result(String text) {
    String[] words = words(text, 3);
    return new Upload.Result(words[0], words[1], words[2]);
  }

  private static String[] words(String text, int count) {
    String[] words = text.split(" ", -1);
    if (words.length != count) {
      throw new IllegalArgumentException("A line of the journal has a member of another form");
    }
    return words;
  }

  private static String required(Map<String, String> texts, String name) {
    String text = texts.get(name);
    if (text == null) {
      throw new IllegalArgumentException("A line of the journal lacks its member " + name);
    }
    return text;
  }

  /** Contains only the document's id. */
  @Override
  public String toString() {
    return upload == null ? "checkpoint " + ledger.size() : upload.toString();
  }

  /** The bytes of a whole line. */
  byte[] writeWithEnd() {
    return (new String(write(), StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
