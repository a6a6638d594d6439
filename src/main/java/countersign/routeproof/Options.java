package countersign.routeproof;

import countersign.clock.CronTimes;
import java.util.ArrayList;
import java.util.List;

/** The options of each kind of endpoint; any other is refused. */
final class Options {
  private static final String ALGORITHMS =
      "(?!.*(?:none|arcfour|3des|blowfish|-cbc|md5|sha1|ssh-rsa|ssh-dss))[A-Za-z0-9@.,+_-]{1,400}";

  private static final String SORT =
      "(reverse:)?(ignoreCase:)?file:(name|onlyname|modified|size|length)";

  private Options() {}

  static List<Option> queue() {
    return List.of(
        Option.may(
            "concurrentConsumers",
            "[1-9][0-9]?|\\{\\{countersign\\.consumers\\.(lookup|deliver)}}",
            "1 to 99, {{countersign.consumers.lookup}} or {{countersign.consumers.deliver}}",
            "2",
            "{{countersign.consumers.lookup}}",
            "{{countersign.consumers.deliver}}"),
        Option.may("maxConcurrentConsumers", "[1-9][0-9]?", "1 to 99", "2"));
  }

  /** What a connection to a partner's server must spell out, and may add. */
  private static List<Option> sftp(String partner) {
    String own = "{{partner." + partner + ".";
    List<Option> options = new ArrayList<>(algorithms());
    options.addAll(
        List.of(
            Option.must("privateKeyFile", own + "privateKeyFile}}"),
            Option.must("knownHostsFile", own + "knownHostsFile}}"),
            Option.must("useUserKnownHostsFile", "false"),
            Option.must("strictHostKeyChecking", "yes"),
            Option.must("preferredAuthentications", "publickey"),
            Option.must("autoCreate", "false"),
            Option.must("jailStartingDirectory", "true"),
            Option.must("throwExceptionOnConnectFailed", "true"),
            Option.must("maximumReconnectAttempts", "0"),
            Option.millis("connectTimeout", "countersign.sftp-connect-millis"),
            Option.millis("soTimeout", "countersign.sftp-read-millis"),
            Option.number("timeout"),
            Option.number("reconnectDelay"),
            Option.number("serverAliveInterval"),
            Option.number("serverAliveCountMax"),
            Option.may("compression", "[0-9]", "0 to 9", "0"),
            Option.number("bulkRequests")));
    return options;
  }

  private static List<Option> algorithms() {
    return List.of(
        algorithm("ciphers", "ciphers", "aes256-gcm@openssh.com"),
        algorithm("keyExchangeProtocols", "key exchanges", "curve25519-sha256"),
        algorithm("serverHostKeys", "host key types", "ssh-ed25519"),
        algorithm("publicKeyAcceptedAlgorithms", "algorithms", "ssh-ed25519"));
  }

  private static Option algorithm(String name, String what, String usual) {
    return Option.may(name, ALGORITHMS, "names of %s in use today".formatted(what), usual);
  }

  static List<Option> inbox(String partner) {
    List<Option> options = new ArrayList<>(sftp(partner));
    options.addAll(times());
    options.add(Option.must("pollStrategy", "#inbox-poller-" + partner));
    options.add(Option.must("exceptionHandler", "#inbox-poller-" + partner));
    options.add(Option.may("maxMessagesPerPoll", "[1-9][0-9]{0,3}", "1 to 9999", "10"));
    options.add(
        Option.may(
            "sortBy",
            SORT + "(;" + SORT + ")?",
            "file:name, file:modified or file:size, perhaps behind reverse: or ignoreCase:",
            "file:name",
            "file:modified",
            "file:size",
            "reverse:file:name",
            "ignoreCase:file:name"));
    options.add(Option.flag("greedy"));
    options.add(Option.flag("disconnect"));
    return options;
  }

  /** When an inbox is polled. */
  private static List<Option> times() {
    return List.of(
        pause("delay", 1, "{{countersign.inbox-poll-millis}}"),
        pause("initialDelay", 0, "1s"),
        Option.may("scheduler", "spring", "spring, with scheduler.cron", "spring"),
        new Option(
            "scheduler.cron",
            false,
            text -> CronTimes.of(text).filter(CronTimes::isAtLeastWeekly).isPresent(),
            "second, minute, hour, day, month and day of the week, such as 0 */5 * * * *, at least once a week",
            List.of("0 */5 * * * *")),
        Option.flag("useFixedDelay"),
        Option.may("backoffMultiplier", "[0-9]{1,2}", "0 to 99", "0"),
        Option.number("backoffErrorThreshold"),
        Option.number("backoffIdleThreshold"));
  }

  /** A pause of up to one hour; a longer one would let a partner wait in vain. */
  private static Option pause(String name, int least, String usual) {
    boolean own = usual.startsWith("{{");
    return new Option(
        name,
        false,
        text -> PollTimes.isPause(text, least) || (own && text.equals(usual)),
        "%d to 3600000 milliseconds, or a time such as 5s up to 1h%s"
            .formatted(least, own ? ", or " + usual : ""),
        own ? List.of(usual, "5s", "1h") : List.of(usual, "1h"));
  }

  static List<Option> outbox(String partner) {
    List<Option> options = new ArrayList<>(sftp(partner));
    options.add(Option.must("stepwise", "false"));
    options.add(Option.must("fileExist", "Fail"));
    options.add(
        new Option(
            "tempFileName",
            true,
            Option.matching("\\.[A-Za-z0-9._-]{0,40}\\$\\{file:onlyname}[A-Za-z0-9._-]{0,40}"),
            "a hidden name such as .${file:onlyname}.part",
            List.of(".${file:onlyname}.part")));
    options.add(Option.flag("fastExistsCheck"));
    options.add(Option.flag("disconnect"));
    options.add(
        Option.may(
            "chmod",
            "0?6[046][04]",
            "600, 640, 644, 660 or 664",
            "640",
            "600",
            "644",
            "660",
            "664"));
    options.add(Option.number("bufferSize"));
    return options;
  }
}
