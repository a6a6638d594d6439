package countersign.testkit;

import countersign.crypto.Sha256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** A request file about synthetic people. It is valid until a test changes a part of it. */
public final class RequestFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final BigInteger MODULUS = BigInteger.TEN.pow(12);
  private static final Pattern TIN = Pattern.compile("\"value\":\"([^\"]*)\"");
  private static final Pattern CASE = Pattern.compile("\"case\":\\{\"number\":\"([^\"]*)\"");

  private final String id;
  private final List<Supplier<String>> lines = new ArrayList<>();
  private final List<ObjectNode> asked = new ArrayList<>();
  private String header;
  private UnaryOperator<String> trailer = UnaryOperator.identity();
  private UnaryOperator<String> whole = UnaryOperator.identity();

  /** Creates a file without requests. */
  public RequestFile(String id, long sequence, Instant createdAt) {
    this.id = id;
    ObjectNode node = JSON.createObjectNode();
    node.put("type", "header").put("format", "countersign/1").put("fileId", id);
    node.put("agreement", "irs-ice-2025").put("environment", "TEST");
    node.put("agency", id.substring(0, id.indexOf('_'))).put("sequence", sequence);
    node.put("createdAt", createdAt.truncatedTo(ChronoUnit.SECONDS).toString());
    node.putObject("requester")
        .put("registerId", "HOA-001")
        .put("name", "Jordan Example")
        .put("title", "Director");
    node.putObject("attestation")
        .put("textId", "sole-use-1")
        .put("signedBy", "HOA-001")
        .put("signedOn", createdAt.atZone(ZoneOffset.UTC).toLocalDate().toString());
    this.header = node.toString();
  }

  /** Creates a file without requests, one hour older than {@link SettableClock#START}. */
  public static RequestFile named(String id) {
    return new RequestFile(
        id,
        Integer.parseInt(id.substring(id.lastIndexOf('_') + 1)),
        SettableClock.START.minus(1, ChronoUnit.HOURS));
  }

  /** The file id. */
  public String id() {
    return id;
  }

  /** The name of the file in the inbox. */
  public String name() {
    return id + ".req.ndjson.pgp";
  }

  /** Adds a request line. */
  public RequestFile add(String line) {
    lines.add(() -> line);
    return this;
  }

  /** Adds this number of requests about different people in different cases. */
  public RequestFile requests(int count) {
    for (int i = 1; i <= count; i++) {
      add(request(lines.size() + 1));
    }
    return this;
  }

  /**
   * Adds a request and returns it; the caller may change it in place.
   *
   * @param person cells of a line of {@code people.csv}
   * @param caseNumber number of the case, unique in the file
   */
  public ObjectNode asks(String[] person, int caseNumber) {
    ObjectNode request =
        SyntheticRequest.about(person, "R-%06d".formatted(lines.size() + 1), caseNumber);
    asked.add(request);
    lines.add(request::toString);
    return request;
  }

  /** The requests that {@link #asks} added; the caller may change them in place. */
  public List<ObjectNode> requests() {
    return asked;
  }

  /** The line of a request whose person, case and address have this number. */
  public static String request(int number) {
    return SyntheticRequest.numbered(number).toString();
  }

  /** A synthetic taxpayer number, 9xx-40-xxxx to 9xx-49-xxxx; enough for ten million people. */
  public static String tin(int number) {
    return "9%02d4%d%04d".formatted(number / 100_000, number / 10_000 % 10, number % 10_000);
  }

  /** Changes the header line. */
  public RequestFile header(UnaryOperator<String> change) {
    header = change.apply(header);
    return this;
  }

  /** Changes a request line; the first has number 1. */
  public RequestFile change(int number, UnaryOperator<String> change) {
    String changed = change.apply(lines.get(number - 1).get());
    lines.set(number - 1, () -> changed);
    return this;
  }

  /** Sets the change to apply to the trailer line. */
  public RequestFile trailer(UnaryOperator<String> change) {
    trailer = change;
    return this;
  }

  /** Sets the change to apply to the whole text. */
  public RequestFile whole(UnaryOperator<String> change) {
    whole = change;
    return this;
  }

  /** The header line, including its line end. */
  public String headerLine() {
    return header + "\n";
  }

  /** The file's text before the trailer. */
  public String body() {
    StringBuilder body = new StringBuilder(headerLine());
    lines.forEach(line -> body.append(line.get()).append('\n'));
    return body.toString();
  }

  /** A trailer that matches the requests and this body. */
  public ObjectNode trailer(byte[] body) {
    Set<String> subjects = new HashSet<>();
    BigInteger total = BigInteger.ZERO;
    for (Supplier<String> line : lines) {
      String request = line.get();
      subjects.add(first(TIN, request, request));
      String digits = first(CASE, request, "").replaceAll("[^0-9]", "");
      total = total.add(digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits));
    }
    return JSON.createObjectNode()
        .put("type", "trailer")
        .put("requestCount", lines.size())
        .put("subjectCount", subjects.size())
        .put("caseHashTotal", total.mod(MODULUS))
        .put("bodySha256", sha256(body));
  }

  private static String first(Pattern pattern, String line, String otherwise) {
    Matcher matcher = pattern.matcher(line);
    return matcher.find() ? matcher.group(1) : otherwise;
  }

  /** The bytes of the whole file. */
  public byte[] bytes() {
    String body = body();
    String end = trailer.apply(trailer(body.getBytes(StandardCharsets.UTF_8)).toString());
    return whole.apply(body + end + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** The bytes of the file with another body and a trailer that matches it. */
  public byte[] bytes(byte[] body) {
    byte[] end = (trailer(body) + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[body.length + end.length];
    System.arraycopy(body, 0, all, 0, body.length);
    System.arraycopy(end, 0, all, body.length, end.length);
    return all;
  }

  /** The SHA-256 of the bytes, hexadecimal. */
  public static String sha256(byte[] bytes) {
    return Sha256.hex(bytes);
  }
}
