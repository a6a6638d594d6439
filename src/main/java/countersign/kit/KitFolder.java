package countersign.kit;

import countersign.crypto.Sha256;
import countersign.pgp.SecretKey;
import countersign.request.ReasonCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a kit into a new folder. */
final class KitFolder {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final List<String> PAGES = List.of("exchange.md", "rules.md", "glossary.md");
  private static final List<String> RESOURCES = List.of("README.md", "responder.py");
  private static final int KEY_DAYS = 60;

  private final Path project;
  private final Path kit;

  /**
   * Prepares a kit.
   *
   * @param project the folder that has {@code config} and {@code docs}
   * @param kit the new folder
   */
  KitFolder(Path project, Path kit) {
    this.project = project;
    this.kit = kit;
  }

  /** Writes the kit and returns its files. */
  List<KitFile> write(long seed, Instant at) throws IOException {
    Path shipped = project.resolve("config");
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    KitKeys keys = KitKeys.make(KitConfig.officers(shipped), at);
    List<KitFile> files = KitFiles.make(seed, at, keys, 1);
    for (String folder :
        List.of("profile", "schema", "keys", "plain", "sealed", "inbox", "outbox")) {
      Files.createDirectories(kit.resolve(folder));
    }
    profile();
    keys(keys);
    KitConfig.write(shipped, kit.resolve("config"), keys, day.minusDays(KEY_DAYS));
    for (KitFile file : files) {
      byte[] plain = file.plain();
      if (plain != null) {
        Files.write(kit.resolve("plain").resolve(file.plainName()), plain);
      }
      Path place = Files.createDirectories(kit.resolve("sealed").resolve(place(file)));
      Files.write(place.resolve(file.name()), file.sealed());
    }
    text("expected.json", JSON.writeValueAsString(list(files, keys, seed, day)) + "\n");
    text("expected.md", KitPage.of(files, day));
    return files;
  }

  private static String place(KitFile file) {
    return "%02d-%s".formatted(file.number(), file.source().slug());
  }

  private void profile() throws IOException {
    Path docs = project.resolve("docs");
    for (String page : PAGES) {
      Files.copy(docs.resolve(page), kit.resolve("profile").resolve(page));
    }
    try (Stream<Path> schemas = Files.list(docs.resolve("schema"))) {
      for (Path schema : schemas.toList()) {
        String name = String.valueOf(schema.getFileName());
        if (!name.startsWith("find-addresses")) {
          Files.copy(schema, kit.resolve("schema").resolve(name));
        }
      }
    }
    for (String name : RESOURCES) {
      try (InputStream in =
          Objects.requireNonNull(KitFolder.class.getResourceAsStream(name), name)) {
        Files.copy(in, kit.resolve(name));
      }
    }
  }

  private void keys(KitKeys keys) throws IOException {
    Map<String, SecretKey> all = new TreeMap<>(keys.officers());
    all.put("gateway", keys.gateway());
    all.put("requester", keys.requester());
    all.put("agency", keys.agency());
    for (Map.Entry<String, SecretKey> key : all.entrySet()) {
      text("keys/" + key.getKey() + ".sec.asc", key.getValue().armoured());
      Files.write(
          kit.resolve("keys/" + key.getKey() + ".pub.asc"),
          key.getValue().certificate().armoured());
    }
  }

  private static ObjectNode list(List<KitFile> files, KitKeys keys, long seed, LocalDate day) {
    ObjectNode all = JSON.createObjectNode();
    all.put("format", "countersign-kit/1").put("day", day.toString()).put("seed", seed);
    all.put("agency", "DHS-ICE").put("requester", "HOA-001");
    all.put("agreement", "irs-ice-2025").put("attestation", "sole-use-1");
    all.put("gatewayKey", keys.gateway().fingerprint());
    all.put("requesterKey", keys.requester().fingerprint());
    all.put("agencyKey", keys.agency().fingerprint());
    ObjectNode officers = all.putObject("officers");
    new TreeMap<>(keys.officers()).forEach((id, key) -> officers.put(id, key.fingerprint()));
    ObjectNode codes = all.putObject("codes");
    Arrays.stream(ReasonCode.values())
        .forEach(
            code -> codes.put(code.name().substring(0, code.name().indexOf('_')), code.name()));
    files.forEach(file -> entry(all.withArray("/files").addObject(), file));
    return all;
  }

  private static void entry(ObjectNode entry, KitFile file) {
    entry.put("number", file.number()).put("case", file.source().slug());
    entry.put("shows", file.source().shows()).put("name", file.name());
    byte[] plain = file.plain();
    entry.put("plain", plain == null ? null : "plain/" + file.plainName());
    entry.put("plainSha256", plain == null ? null : Sha256.hex(plain));
    entry.put("sealed", "sealed/" + place(file) + "/" + file.name());
    entry.put("sealedSha256", Sha256.hex(file.sealed()));
    entry.set("acknowledgement", file.acknowledgement());
    entry.set("responses", file.responses());
  }

  private void text(String name, String text) throws IOException {
    Files.writeString(kit.resolve(name), text, StandardCharsets.UTF_8);
  }
}
