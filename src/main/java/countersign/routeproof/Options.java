package countersign.routeproof;

import java.util.ArrayList;
import java.util.List;

/** The options of each kind of endpoint; any other is refused. */
final class Options {
  private static final String ALGORITHMS =
      "(?!.*(?:none|arcfour|3des|blowfish|-cbc|md5|sha1|ssh-rsa|ssh-dss))[A-Za-z0-9@.,+_-]{1,400}";

  private Options() {}

  static List<Option> queue() {
    return List.of(
        Option.may(
            "concurrentConsumers",
            "[1-9][0-9]?|\\{\\{countersign\\.consumers\\.(lookup|deliver)}}",
            "1 to 99, {{countersign.consumers.lookup}} or {{countersign.consumers.deliver}}"),
        Option.may("maxConcurrentConsumers", "[1-9][0-9]?", "1 to 99"));
  }

  /** What a connection to a partner's server must spell out, and may add. */
  private static List<Option> sftp(String partner) {
    String own = "{{partner." + partner + ".";
    return List.of(
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
        Option.may("compression", "[0-9]", "0 to 9"),
        Option.number("bulkRequests"),
        Option.may("ciphers", ALGORITHMS, "names of ciphers in use today"),
        Option.may("keyExchangeProtocols", ALGORITHMS, "names of key exchanges in use today"),
        Option.may("serverHostKeys", ALGORITHMS, "names of host key types in use today"),
        Option.may("publicKeyAcceptedAlgorithms", ALGORITHMS, "names of algorithms in use today"));
  }

  static List<Option> inbox(String partner) {
    List<Option> options = new ArrayList<>(sftp(partner));
    options.add(Option.must("pollStrategy", "#inbox-poller-" + partner));
    options.add(Option.must("exceptionHandler", "#inbox-poller-" + partner));
    options.add(Option.may("maxMessagesPerPoll", "[1-9][0-9]{0,3}", "1 to 9999"));
    options.add(
        Option.may(
            "delay",
            "[1-9][0-9]{0,8}|[1-9][0-9]{0,4}[smh]|\\{\\{countersign\\.inbox-poll-millis}}",
            "milliseconds, a time such as 5s, or {{countersign.inbox-poll-millis}}"));
    options.add(
        Option.may(
            "initialDelay", "[0-9]{1,9}|[0-9]{1,5}[smh]", "milliseconds, or a time such as 5s"));
    options.add(Option.flag("useFixedDelay"));
    options.add(Option.flag("greedy"));
    options.add(Option.flag("disconnect"));
    options.add(Option.number("backoffMultiplier"));
    options.add(Option.number("backoffErrorThreshold"));
    options.add(Option.number("backoffIdleThreshold"));
    return options;
  }

  static List<Option> outbox(String partner) {
    List<Option> options = new ArrayList<>(sftp(partner));
    options.add(Option.must("stepwise", "false"));
    options.add(Option.must("fileExist", "Fail"));
    options.add(
        new Option(
            "tempFileName",
            true,
            java.util.regex.Pattern.compile(
                "\\.[A-Za-z0-9._-]{0,40}\\$\\{file:onlyname}[A-Za-z0-9._-]{0,40}"),
            "a hidden name such as .${file:onlyname}.part"));
    options.add(Option.flag("fastExistsCheck"));
    options.add(Option.flag("disconnect"));
    options.add(Option.may("chmod", "0?6[046][04]", "600, 640, 644, 660 or 664"));
    options.add(Option.number("bufferSize"));
    return options;
  }
}
