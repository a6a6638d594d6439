package countersign.routemap;

/** Where a message is at one point of a route. */
enum Zone {
  PARTNER("partner", "#fff1d2"),
  GATEWAY("gateway", "#ffffff"),
  QUEUE("queue", "#e1e7f1"),
  SOURCE("record source", "#e0f7e5"),
  NOTICE("notices", "#f6e9fc");

  private final String words;
  private final String colour;

  Zone(String words, String colour) {
    this.words = words;
    this.colour = colour;
  }

  String words() {
    return words;
  }

  String colour() {
    return colour;
  }

  /** The zone of an endpoint. */
  static Zone of(String uri) {
    if (uri.endsWith(":receipt") || uri.contains(":receipt:")) {
      return GATEWAY;
    }
    String scheme = uri.contains(":") ? uri.substring(0, uri.indexOf(':')) : uri;
    return switch (scheme) {
      case "sftp" -> PARTNER;
      case "activemq6" -> QUEUE;
      case "records-https", "records-queue", "records-extension", "dataformat", "bean-validator" ->
          SOURCE;
      case "notify-mail", "notify-webhook", "notify-queue", "notify-topic" -> NOTICE;
      default -> GATEWAY;
    };
  }
}
