package countersign.configuration;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Systems that the routes name beside partners and queues; each is optional.
 *
 * @param recordService a web service that is the record source
 * @param recordQueue a queue behind which the record source is
 * @param recordExtension address of the record source in a component of a further jar
 * @param mail the server that notices go to
 * @param webhook the web service that notices go to
 */
public record OtherSystems(
    @Nullable Https recordService,
    @Nullable Queue recordQueue,
    @Nullable String recordExtension,
    @Nullable Mail mail,
    @Nullable Https webhook) {

  /**
   * A web service with a client certificate.
   *
   * @param url its address
   * @param certificate the gateway's certificate as a client, PEM
   * @param privateKey its private key, PEM
   * @param trusted certificates that the service's certificate must come from, PEM
   * @param connectMillis longest wait for a connection
   * @param replyMillis longest wait for a reply
   */
  public record Https(
      String url,
      Path certificate,
      Path privateKey,
      Path trusted,
      int connectMillis,
      int replyMillis) {
    static Https of(Section part) {
      return new Https(
          part.text("url"),
          part.file("certificateFile"),
          part.file("privateKeyFile"),
          part.file("trustedFile"),
          part.number("connectTimeoutMillis"),
          part.number("replyTimeoutMillis"));
    }

    private void into(Map<String, Object> values, String prefix) {
      values.put(prefix + "url", url);
      values.put(prefix + "certificate", certificate.toString());
      values.put(prefix + "private-key", privateKey.toString());
      values.put(prefix + "trusted", trusted.toString());
      values.put(prefix + "connect-millis", connectMillis);
      values.put(prefix + "reply-millis", replyMillis);
    }

    private void files(Map<String, Path> files, String what) {
      files.put("the certificate for " + what, certificate);
      files.put("the private key for " + what, privateKey);
      files.put("the certificates trusted by " + what, trusted);
    }
  }

  /**
   * A queue whose messages are encrypted.
   *
   * @param name its name
   * @param keyFile Base64 text of the key
   * @param keyId name of the key
   * @param replyMillis longest wait for a reply, and life of a message
   */
  public record Queue(String name, Path keyFile, String keyId, int replyMillis) {
    static Queue of(Section part) {
      return new Queue(
          part.text("name"),
          part.file("keyFile"),
          part.text("keyId"),
          part.number("replyTimeoutMillis"));
    }
  }

  /**
   * A mail server.
   *
   * @param server {@code smtp} or {@code smtps} with host and port
   * @param startTls whether a connection must be encrypted after its start
   * @param trusted certificates that the server's must come from, PEM; null for those that Java
   *     trusts
   * @param from sender
   * @param to recipients
   * @param user login; null if the server needs none
   * @param password its password; null if the login needs none
   */
  public record Mail(
      String server,
      boolean startTls,
      @Nullable Path trusted,
      String from,
      List<String> to,
      @Nullable String user,
      Instance.@Nullable Secret password) {
    /** Copies the list. */
    public Mail {
      to = List.copyOf(to);
    }

    static Mail of(Section part) {
      String tls = part.text("tls");
      return new Mail(
          "%s://%s:%d"
              .formatted(
                  tls.equals("TLS") ? "smtps" : "smtp", part.text("host"), part.number("port")),
          tls.equals("STARTTLS"),
          part.optionalText("trustedFile").isPresent() ? part.file("trustedFile") : null,
          part.text("from"),
          part.texts("to"),
          part.optionalText("user").orElse(null),
          Instance.secret(part, "password"));
    }

    private void into(Map<String, Object> values, String prefix) {
      values.put(prefix + "server", server);
      values.put(prefix + "start-tls", startTls);
      values.put(prefix + "from", from);
      values.put(prefix + "to", String.join(",", to));
      if (trusted != null) {
        values.put(prefix + "trusted", trusted.toString());
      }
      if (user != null) {
        values.put(prefix + "user", user);
      }
    }
  }

  static OtherSystems of(Section root) {
    return new OtherSystems(
        part(root, "recordSource", "https").map(Https::of).orElse(null),
        part(root, "recordSource", "queue").map(Queue::of).orElse(null),
        part(root, "recordSource", "extension").map(one -> one.text("uri")).orElse(null),
        part(root, "notifications", "mail").map(Mail::of).orElse(null),
        part(root, "notifications", "webhook").map(Https::of).orElse(null));
  }

  private static Optional<Section> part(Section root, String section, String key) {
    return root.optionalSection(section).flatMap(found -> found.optionalSection(key));
  }

  /** The files that must be there, by what they are. */
  public Map<String, Path> files() {
    Map<String, Path> files = new LinkedHashMap<>();
    if (recordService != null) {
      recordService.files(files, "the record source");
    }
    if (recordQueue != null) {
      files.put("the key of the record source's queue", recordQueue.keyFile);
    }
    if (mail != null && mail.trusted != null) {
      files.put("the certificates trusted by mail", mail.trusted);
    }
    if (webhook != null) {
      webhook.files(files, "the webhook");
    }
    return files;
  }

  /** Spring properties of the gateway by name, without secrets. */
  public Map<String, Object> properties() {
    Map<String, Object> values = new LinkedHashMap<>();
    if (recordService != null) {
      recordService.into(values, "countersign.record-source.https.");
    }
    if (recordQueue != null) {
      String prefix = "countersign.record-source.queue.";
      values.put(prefix + "name", recordQueue.name);
      values.put(prefix + "key-file", recordQueue.keyFile.toString());
      values.put(prefix + "key-id", recordQueue.keyId);
      values.put(prefix + "reply-millis", recordQueue.replyMillis);
    }
    if (recordExtension != null) {
      values.put("countersign.record-source.extension.uri", recordExtension);
    }
    if (mail != null) {
      mail.into(values, "countersign.notifications.mail.");
    }
    if (webhook != null) {
      webhook.into(values, "countersign.notifications.webhook.");
    }
    return values;
  }
}
