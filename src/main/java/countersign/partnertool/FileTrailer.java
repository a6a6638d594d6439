package countersign.partnertool;

import countersign.crypto.Sha256;
import countersign.profile.Fields;
import countersign.profile.LineFault;
import countersign.profile.Lines;
import countersign.profile.Profile;
import countersign.profile.RecordKind;
import countersign.profile.RecordMapper;
import countersign.request.Request;
import countersign.screening.MatchKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Computes the trailer of a request file: counts and totals over its requests, and the hash of all
 * bytes before it. Not thread-safe.
 */
public final class FileTrailer {
  private static final Pattern JSON_TRAILER = Pattern.compile("\"type\"\\s*:\\s*\"trailer\"");
  private static final Pattern CSV_TRAILER = Pattern.compile("^\"?T\"?(,|\\s*$)");
  private static final long MODULUS = 1_000_000_000_000L;

  private final MessageDigest subjectDigest = Sha256.start();
  private final Set<Long> subjects = new HashSet<>();
  private long requests;
  private boolean headed;
  private long caseHashTotal;

  /** Receives the lines that are no record of the profile. */
  public interface Unreadable {
    /**
     * Reports a line.
     *
     * @throws IOException to stop the completion
     */
    void line(long number, LineFault fault) throws IOException;
  }

  /** Adds a request to the counts. */
  public void add(Request request) {
    requests++;
    subjects.add(
        ByteBuffer.wrap(
                subjectDigest.digest(MatchKeys.subject(request).getBytes(StandardCharsets.UTF_8)))
            .getLong());
    Request.CaseReference reference = request.caseReference();
    String number = reference == null ? null : reference.number();
    caseHashTotal = (caseHashTotal + digits(number)) % MODULUS;
  }

  /** Number of requests that were counted. */
  public long requests() {
    return requests;
  }

  /** Whether the first line is a header. */
  public boolean isHeaded() {
    return headed;
  }

  /** The trailer as NDJSON, without the line feed. */
  public String json(byte[] bodySha256) {
    return "{\"type\":\"trailer\",\"requestCount\":%d,\"subjectCount\":%d,\"caseHashTotal\":%d,\"bodySha256\":\"%s\"}"
        .formatted(requests, subjects.size(), caseHashTotal, HexFormat.of().formatHex(bodySha256));
  }

  /** The trailer as CSV, without the line end. */
  public String csv(byte[] bodySha256) {
    return "T,requestCount,%d,subjectCount,%d,caseHashTotal,%d,bodySha256,%s"
        .formatted(requests, subjects.size(), caseHashTotal, HexFormat.of().formatHex(bodySha256));
  }

  /**
   * Copies a request file and appends a correct trailer; leaves out blank lines at the end and a
   * trailer that it already has.
   *
   * @param csv whether the file is CSV; otherwise it is NDJSON
   * @param unreadable receives the lines that are no record; they are copied too
   * @return the trailer that was written
   * @throws countersign.request.Refused F112 if a line is longer than 64 KiB
   */
  public static FileTrailer complete(
      InputStream file, OutputStream out, boolean csv, Unreadable unreadable) throws IOException {
    FileTrailer trailer = new FileTrailer();
    Profile profile = Profile.of(csv);
    Pattern ending = csv ? CSV_TRAILER : JSON_TRAILER;
    MessageDigest body = Sha256.start();
    List<Lines.Raw> blank = new ArrayList<>();
    Lines lines = new Lines(file, profile.quoted());
    for (Lines.Raw raw = lines.next(); raw != null; raw = lines.next()) {
      String text = new String(raw.bytes(), StandardCharsets.UTF_8);
      if (text.isBlank()) {
        blank.add(raw);
      } else if (!ending.matcher(text).find()) {
        blank.add(raw);
        for (Lines.Raw line : blank) {
          trailer.count(profile, new Lines.Raw(line.bytes(), line.number(), true), unreadable);
          body.update(line.bytes());
          body.update((byte) '\n');
          out.write(line.bytes());
          out.write('\n');
        }
        blank.clear();
      }
    }
    byte[] sha256 = body.digest();
    String last = csv ? trailer.csv(sha256) : trailer.json(sha256);
    out.write((last + "\n").getBytes(StandardCharsets.UTF_8));
    return trailer;
  }

  private void count(Profile profile, Lines.Raw raw, Unreadable unreadable) throws IOException {
    try {
      JsonNode tree = profile.tree(raw);
      switch (RecordKind.of(tree)) {
        case REQUEST -> add(RecordMapper.request(tree, new Fields.Shape()));
        case HEADER -> headed |= raw.number() == 1;
        case TRAILER -> {
          // A new one is written.
        }
        case OTHER -> requireColumnNames(profile, raw);
      }
    } catch (LineFault e) {
      unreadable.line(raw.number(), e);
    }
  }

  private static void requireColumnNames(Profile profile, Lines.Raw raw) throws LineFault {
    boolean second = profile.hasColumnNames() && raw.number() == 2;
    if (!second || !profile.takesSecondLine(raw)) {
      throw new LineFault(countersign.request.FileDetail.Detail.TYPE, "type");
    }
  }

  private static long digits(@Nullable String number) {
    long value = 0;
    for (int i = 0; number != null && i < number.length(); i++) {
      char c = number.charAt(i);
      if (c >= '0' && c <= '9') {
        value = (value * 10 + (c - '0')) % MODULUS;
      }
    }
    return value;
  }
}
