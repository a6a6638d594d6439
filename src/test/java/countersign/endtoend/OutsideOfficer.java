package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import countersign.crypto.Sha256;
import countersign.pipeline.ReceiptVariant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An officer who has only {@code gpg} and {@code sftp}, and answers a response. */
final class OutsideOfficer {
  private static final JsonMapper JSON = new JsonMapper();

  private final Gpg gpg;
  private final Sftp sftp;
  private final Path folder;
  private final String key;
  private final String gateway;

  /**
   * An officer.
   *
   * @param key fingerprint of the officer's key
   * @param gateway fingerprint of the gateway's key
   */
  OutsideOfficer(Gpg gpg, Sftp sftp, Path folder, String key, String gateway) {
    this.gpg = gpg;
    this.sftp = sftp;
    this.folder = folder;
    this.key = key;
    this.gateway = gateway;
  }

  /**
   * Sends every malformed receipt about a response, then a good one and a disposition.
   *
   * @param response the file as it was fetched
   */
  void answers(Path response) throws IOException {
    String id = response.getFileName().toString().replaceAll("^got-|\\.ndjson\\.pgp$", "");
    String good =
        "{\"format\":\"countersign/1\",\"responseId\":\"%s\",\"officerId\":\"OFF-0417\",\"kind\":\"RECEIVED\",\"sealedSha256\":\"%s\",\"at\":\"2026-11-24T12:00:00Z\"}"
            .formatted(id, Sha256.hex(Files.readAllBytes(response)));
    List<ReceiptVariant> variants = ReceiptVariant.all();
    List<Path> files = new ArrayList<>();
    for (ReceiptVariant variant : variants) {
      files.add(sealed(id, files.size() + 1, variant.spoil().apply(good)));
    }
    sftp.putsAll(files);
    await("an answer to each malformed receipt")
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> answered(id) == variants.size());
    Path here = Files.createDirectory(folder.resolve("answers"));
    sftp.gets(id + ".dsp.*.ack.001.json.pgp", here);
    for (int i = 0; i < variants.size(); i++) {
      Path answer = here.resolve(name(id, i + 1).replace(".json.pgp", ".ack.001.json.pgp"));
      assertThat(said(JSON.readTree(gpg.opens(answer))))
          .as(variants.get(i).words())
          .isEqualTo(variants.get(i).answer());
    }
    assertThat(sftp.lists("archive")).doesNotContain(".dsp.");
    String last =
        good.replace("RECEIVED", "MADE_UNDISCLOSABLE").replace("}", ",\"method\":\"Overwritten\"}");
    List<Path> accepted =
        List.of(sealed(id, variants.size() + 1, good), sealed(id, variants.size() + 2, last));
    sftp.putsAll(accepted);
    await("receipt and disposition to be accepted")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> count(sftp.lists("archive"), ".dsp.") == 2);
    assertThat(answered(id)).as("an accepted one is not answered").isEqualTo(variants.size());
  }

  private static String said(JsonNode answer) {
    assertThat(answer.path("result").asString()).isEqualTo("REFUSED");
    assertThat(answer.path("fileId").isNull()).isTrue();
    String detail = answer.path("fileDetails").path(0).path("detail").asString("");
    return (answer.path("fileCodes").path(0).asString() + " " + detail).strip();
  }

  private long answered(String id) throws IOException {
    return sftp.lists("outbox")
        .lines()
        .filter(line -> line.contains(id + ".dsp.") && line.contains(".ack."))
        .count();
  }

  private static long count(String list, String part) {
    return list.lines().filter(line -> line.contains(part)).count();
  }

  private Path sealed(String id, int number, String json) throws IOException {
    Path plain = folder.resolve("receipt-%03d.json".formatted(number));
    Files.writeString(plain, json);
    Path sealed = folder.resolve(name(id, number));
    gpg.seals(plain, sealed, key, gateway);
    return sealed;
  }

  private static String name(String id, int number) {
    return "%s.dsp.OFF-0417.%03d.json.pgp".formatted(id, number);
  }
}
