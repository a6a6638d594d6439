package countersign.intake;

import countersign.pgp.Sealer;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A sealed file of any number of good requests, written without ever being held in memory. */
final class ManyRequests {
  private ManyRequests() {}

  static Path sealed(World world, String fileId, int from, int requests, Path folder) {
    Path file = folder.resolve(fileId + ".req.ndjson.pgp");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        OutputStream plaintext =
            new Sealer(world.keys().head())
                .seal(
                    out, List.of(world.keys().gateway().certificate()), world.clock().instant())) {
      write(plaintext, fileId, from, requests);
      return file;
    } catch (IOException cause) {
      throw new UncheckedIOException("The test's file cannot be written", cause);
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException("Every Java has SHA-256", cause);
    }
  }

  private static void write(OutputStream plaintext, String fileId, int from, int requests)
      throws IOException, NoSuchAlgorithmException {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    DigestOutputStream body = new DigestOutputStream(plaintext, sha256);
    String empty = new String(RequestFile.named(fileId).bytes(), StandardCharsets.UTF_8);
    line(body, empty.substring(0, empty.indexOf('\n')));
    long total = 0;
    for (int i = from + 1; i <= from + requests; i++) {
      line(body, RequestFile.request(i));
      total += Long.parseLong("2026%06d".formatted(i));
    }
    line(
        plaintext,
        "{\"type\":\"trailer\",\"requestCount\":%d,\"subjectCount\":%d,\"caseHashTotal\":%d,\"bodySha256\":\"%s\"}"
            .formatted(
                requests,
                requests,
                total % 1_000_000_000_000L,
                HexFormat.of().formatHex(sha256.digest())));
  }

  private static void line(OutputStream out, String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
