package countersign.intake;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A synthetic request file under construction; every part can be spoilt. */
public final class RequestFile {
  private final String fileId;
  private final List<String> requests = new ArrayList<>();
  private String header;
  private UnaryOperator<String> trailer = UnaryOperator.identity();
  private UnaryOperator<String> whole = UnaryOperator.identity();

  private RequestFile(String fileId) {
    this.fileId = fileId;
    String[] parts = fileId.split("_", -1);
    this.header =
        ("{\"type\":\"header\",\"format\":\"countersign/1\",\"fileId\":\"%s\",\"agreement\":\"irs-ice-2025\","
                + "\"environment\":\"TEST\",\"agency\":\"%s\",\"sequence\":%d,\"createdAt\":\"2026-11-24T14:00:00Z\","
                + "\"requester\":{\"registerId\":\"HOA-001\",\"name\":\"Jordan Example\",\"title\":\"Director\"},"
                + "\"attestation\":{\"textId\":\"sole-use-1\",\"signedBy\":\"HOA-001\",\"signedOn\":\"2026-11-24\"}}")
            .formatted(fileId, parts[0], Integer.parseInt(parts[3]));
  }

  static RequestFile named(String fileId) {
    return new RequestFile(fileId);
  }

  /** With that many good requests about different people in different cases. */
  RequestFile requests(int count) {
    for (int i = 1; i <= count; i++) {
      requests.add(request(requests.size() + 1));
    }
    return this;
  }

  public static String request(int number) {
    return ("{\"type\":\"request\",\"requestId\":\"R-%06d\",\"subject\":{\"givenName\":\"Maria\",\"surname\":\"Garcia Morales\","
            + "\"birthDate\":\"1984-03-11\",\"tin\":{\"type\":\"ITIN\",\"value\":\"%s\"}},"
            + "\"address\":{\"line1\":\"%d N Oak St\",\"line2\":\"APT 3\",\"city\":\"Austin\",\"state\":\"TX\",\"postalCode\":\"78701\"},"
            + "\"taxPeriods\":[\"2023\",\"2024\"],\"elements\":[\"MAILING_ADDRESS\"],\"statute\":\"8 USC 1253(a)(1)(A)\","
            + "\"purpose\":\"INVESTIGATION\",\"reason\":\"Case HSI-2026-%06d: subject last reported this address in 2024; confirmation bears on willful failure to depart.\","
            + "\"case\":{\"number\":\"HSI-2026-%06d\",\"openedOn\":\"2026-06-02\",\"status\":\"OPEN\",\"office\":\"HSI Austin\",\"activeCriminalInvestigation\":true},"
            + "\"removalOrder\":{\"number\":\"A200400001\",\"issuedBy\":\"Immigration Court San Antonio\",\"administrativeFinalOn\":\"2026-02-10\",\"judicialReview\":\"NONE\",\"stayed\":false,\"ground\":\"8 USC 1227(a)(1)(B)\"},"
            + "\"protectedStatus\":\"NONE\",\"officers\":[{\"officerId\":\"OFF-%04d\",\"name\":\"Alex Sample\",\"office\":\"HSI Austin\"}]}")
        .formatted(number, tin(number), number, number, number, 401 + number % 3);
  }

  /** Synthetic taxpayer numbers only: 9xx-40-xxxx to 9xx-49-xxxx. */
  static String tin(int number) { // up to ten million
    return "9%02d4%d%04d".formatted(number / 100_000, number / 10_000 % 10, number % 10_000);
  }

  RequestFile header(UnaryOperator<String> change) {
    header = change.apply(header);
    return this;
  }

  RequestFile change(int number, UnaryOperator<String> change) {
    requests.set(number - 1, change.apply(requests.get(number - 1)));
    return this;
  }

  RequestFile add(String line) {
    requests.add(line);
    return this;
  }

  RequestFile trailer(UnaryOperator<String> change) {
    trailer = change;
    return this;
  }

  RequestFile whole(UnaryOperator<String> change) {
    whole = change;
    return this;
  }

  String name() {
    return fileId + ".req.ndjson.pgp";
  }

  byte[] bytes() {
    StringBuilder body = new StringBuilder(header).append('\n');
    requests.forEach(request -> body.append(request).append('\n'));
    return whole
        .apply(body + trailer.apply(trailer(body.toString())) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private String trailer(String body) {
    Set<String> subjects = new HashSet<>();
    BigInteger total = BigInteger.ZERO;
    for (String request : requests) {
      subjects.add(request.replaceFirst("(?s).*\"value\":\"([^\"]*)\".*", "$1"));
      String digits =
          request.contains("\"case\":{\"number\":\"")
              ? request
                  .replaceFirst("(?s).*\"case\":\\{\"number\":\"([^\"]*)\".*", "$1")
                  .replaceAll("[^0-9]", "")
              : "";
      total = total.add(digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits));
    }
    return "{\"type\":\"trailer\",\"requestCount\":%d,\"subjectCount\":%d,\"caseHashTotal\":%s,\"bodySha256\":\"%s\"}"
        .formatted(
            requests.size(),
            subjects.size(),
            total.mod(BigInteger.TEN.pow(12)),
            sha256(body.getBytes(StandardCharsets.UTF_8)));
  }

  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException("Every Java has SHA-256", cause);
    }
  }
}
