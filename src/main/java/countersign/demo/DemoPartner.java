package countersign.demo;

import countersign.partnertool.OfficerDocument;
import countersign.partnertool.SftpFolder;
import countersign.pgp.Certificate;
import countersign.pgp.EnvelopeLimits;
import countersign.pgp.OpenedStream;
import countersign.pgp.Opener;
import countersign.pgp.Sealer;
import countersign.pgp.SecretKey;
import countersign.request.FileId;
import countersign.request.RequestHeader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Plays the agency with the means of an outside program: {@code connection.json}, the files it
 * names, an SFTP login and OpenPGP. Not thread-safe.
 */
public final class DemoPartner implements AutoCloseable {
  private static final EnvelopeLimits LIMITS =
      new EnvelopeLimits(1L << 30, 100_000, Duration.ofDays(36_500), Duration.ofMinutes(10));
  private static final Pattern SEQUENCE =
      Pattern.compile("DHS-ICE_T_\\d{8}_(\\d{4,9})\\..*(?<!\\.part)");

  private final DemoConnection connection;
  private final SftpFolder folder;
  private final Clock clock;

  private DemoPartner(DemoConnection connection, SftpFolder folder, Clock clock) {
    this.connection = connection;
    this.folder = folder;
    this.clock = clock;
  }

  /** Signs in to the partner's server. */
  public static DemoPartner of(DemoConnection connection, Clock clock) throws IOException {
    return new DemoPartner(connection, SftpFolder.open(connection.sftp()), clock);
  }

  /**
   * The first sequence number that no file in any of the four folders uses; an incomplete upload
   * does not count.
   */
  public int nextSequence() throws IOException {
    int next = 1;
    for (String name : EmbeddedSftp.FOLDERS) {
      for (String file : folder.names(name)) {
        Matcher matcher = SEQUENCE.matcher(file);
        if (matcher.matches()) {
          next = Math.max(next, Integer.parseInt(matcher.group(1)) + 1);
        }
      }
    }
    return next;
  }

  /** Seals requests as one file and uploads it. */
  public void send(RequestHeader header, List<ExpectedOutcome> requests) throws IOException {
    ByteArrayOutputStream plaintext = new ByteArrayOutputStream();
    try (RequestWriter writer = new RequestWriter(plaintext, header, RequestWriter.Format.NDJSON)) {
      for (ExpectedOutcome planned : requests) {
        writer.add(planned.request());
      }
    }
    String name = header.fileId() + RequestWriter.Format.NDJSON.suffix();
    folder.send(name, new ByteArrayInputStream(seal(plaintext.toByteArray())));
  }

  /** Signs with the agency's key and encrypts to the gateway's. */
  public byte[] seal(byte[] plaintext) throws IOException {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (OutputStream out =
        new Sealer(key(connection.agencyKey())).seal(sealed, gateway(), clock.instant())) {
      out.write(plaintext);
    }
    return sealed.toByteArray();
  }

  /**
   * The newest acknowledgement of a file, decrypted.
   *
   * @return empty if {@code outbox/} contains none
   */
  public Optional<JsonNode> acknowledgement(FileId file) throws IOException {
    List<String> names = outbox(file.value() + ".ack.");
    if (names.isEmpty()) {
      return Optional.empty();
    }
    byte[] sealed = folder.fetch(names.get(names.size() - 1));
    return Optional.of(JsonText.read(open(sealed, key(connection.agencyKey()))));
  }

  /** File names in {@code outbox/} with this prefix, sorted. */
  public List<String> outbox(String prefix) throws IOException {
    return folder.names("outbox").stream().filter(name -> name.startsWith(prefix)).toList();
  }

  /**
   * Decrypts a response with the first of the officers' keys that fits.
   *
   * @param name file name in {@code outbox/}
   * @param officers officers whose keys are tried
   * @return its lines: header, results, trailer
   * @throws IOException if none of the keys decrypts it
   */
  public List<JsonNode> response(String name, List<String> officers) throws IOException {
    byte[] sealed = folder.fetch(name);
    IOException last = new IOException("No officer was named for " + name);
    for (String officer : officers) {
      try {
        SecretKey key = key(connection.home().resolve("officers/" + officer + ".sec.asc"));
        List<JsonNode> lines = new ArrayList<>();
        for (String line : new String(open(sealed, key), StandardCharsets.UTF_8).lines().toList()) {
          lines.add(JsonText.read(line));
        }
        return lines;
      } catch (IOException e) {
        last = e;
      }
    }
    throw last;
  }

  /**
   * An officer says something about a response that lies in the outbox.
   *
   * @param name file name of the response in {@code outbox/}
   * @param officer the officer who signs
   * @param kind RECEIVED, RETURNED, MADE_UNDISCLOSABLE or STILL_PROTECTED
   * @param number number of this document about the response
   */
  public void says(String name, String officer, String kind, int number) throws IOException {
    OfficerDocument document =
        new OfficerDocument(
            OfficerDocument.Response.of(name, folder.fetch(name)),
            officer,
            kind,
            kind.equals("MADE_UNDISCLOSABLE") ? "Overwritten as in NIST SP 800-88" : null,
            null);
    SecretKey key = key(connection.home().resolve("officers/" + officer + ".sec.asc"));
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (OutputStream out = new Sealer(key).seal(sealed, gateway(), clock.instant())) {
      out.write(document.write(clock.instant()));
    }
    folder.send(document.fileName(number), new ByteArrayInputStream(sealed.toByteArray()));
  }

  /** Whether the gateway has accepted every file of these names that an officer sent. */
  public boolean accepted(List<String> names) throws IOException {
    return folder.names("archive").containsAll(names);
  }

  private byte[] open(byte[] sealed, SecretKey key) throws IOException {
    try (OpenedStream opened =
        new Opener(List.of(key), LIMITS)
            .open(new ByteArrayInputStream(sealed), sealed.length, gateway(), clock.instant())) {
      byte[] plaintext = opened.readAllBytes();
      opened.verify();
      return plaintext;
    }
  }

  private List<Certificate> gateway() throws IOException {
    try (InputStream in = Files.newInputStream(connection.gatewayKey())) {
      return Certificate.parse(in);
    }
  }

  private static SecretKey key(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return SecretKey.parse(in, null);
    }
  }

  @Override
  public void close() {
    folder.close();
  }
}
