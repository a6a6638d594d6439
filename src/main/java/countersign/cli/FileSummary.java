package countersign.cli;

import countersign.profile.RequestJson;
import countersign.request.Request;
import countersign.request.Sha256;
import countersign.validation.ComparingForm;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Computes the trailer of a request file: counts and totals over its requests, and the hash of all
 * bytes before it. Not thread-safe.
 */
public final class FileSummary {
  private static final Pattern HEADER = Pattern.compile("\"type\"\\s*:\\s*\"header\"");
  private static final Pattern TRAILER = Pattern.compile("\"type\"\\s*:\\s*\"trailer\"");
  private static final long MODULUS = 1_000_000_000_000L;

  private final MessageDigest subjectDigest = Sha256.start();
  private final Set<Long> subjects = new HashSet<>();
  private long requests;
  private long caseHashTotal;

  /** Adds a request to the counts. */
  public void add(Request request) {
    requests++;
    subjects.add(
        ByteBuffer.wrap(subjectDigest.digest(subject(request).getBytes(StandardCharsets.UTF_8)))
            .getLong());
    Request.CaseReference reference = request.caseReference();
    String number = reference == null ? null : reference.number();
    caseHashTotal = (caseHashTotal + digits(number)) % MODULUS;
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
   * Copies an NDJSON request file and appends a correct trailer; leaves out a trailer that it
   * already has.
   *
   * @throws IOException if a line starts like a request and is none; other lines are not checked
   */
  public static void complete(InputStream file, OutputStream out) throws IOException {
    FileSummary trailer = new FileSummary();
    MessageDigest body = Sha256.start();
    InputStream in = new BufferedInputStream(file, 1 << 16);
    int number = 0;
    for (byte[] line = line(in); line != null; line = line(in)) {
      number++;
      String text = new String(line, StandardCharsets.UTF_8);
      if (TRAILER.matcher(text).find() || text.isBlank()) {
        continue;
      }
      if (!HEADER.matcher(text).find()) {
        trailer.add(request(line, number));
      }
      body.update(line);
      body.update((byte) '\n');
      out.write(line);
      out.write('\n');
    }
    out.write((trailer.json(body.digest()) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static Request request(byte[] line, int number) throws IOException {
    try {
      return RequestJson.read(line);
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "F109_SCHEMA  Line %d is not a request of the published form. Nothing was sealed. See docs/schema/request.json."
              .formatted(number),
          e);
    }
  }

  private static byte @Nullable [] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(2_048);
    int octet = in.read();
    if (octet < 0) {
      return null;
    }
    for (; octet >= 0 && octet != '\n'; octet = in.read()) {
      line.write(octet);
    }
    return line.toByteArray();
  }

  private static String subject(Request request) {
    Request.Subject subject = request.subject();
    Request.Tin tin = subject == null ? null : subject.tin();
    if (tin != null && tin.value() != null && !tin.value().isBlank()) {
      return "tin\n" + tin.value().strip();
    }
    StringBuilder form = new StringBuilder("person");
    if (subject != null) {
      add(form, subject.givenName(), subject.surname(), subject.birthDate());
    }
    Request.Address address = request.address();
    if (address != null) {
      add(form, address.line1(), address.line2(), address.city(), address.state());
      add(form, address.postalCode());
    }
    return form.toString();
  }

  private static void add(StringBuilder form, @Nullable String... parts) {
    for (String part : parts) {
      form.append('\n').append(ComparingForm.of(part));
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
