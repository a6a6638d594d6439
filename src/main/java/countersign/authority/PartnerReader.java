package countersign.authority;

import countersign.clock.CronTimes;
import countersign.configuration.Document;
import countersign.configuration.Instance;
import countersign.configuration.Section;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Converts a partner's document to the types of this package. Stateless. */
final class PartnerReader {
  private PartnerReader() {}

  static Partner partner(Document document) {
    Section content = document.content();
    return new Partner(
        document.id(),
        content.text("agency"),
        content.text("host"),
        content.number("port"),
        content.text("user"),
        content.file("privateKeyFile"),
        content.file("knownHostsFile"),
        content.texts("requesters"),
        DocumentReader.keys(content, "agencyKeys"),
        settings(content));
  }

  private static PartnerSettings settings(Section content) {
    return new PartnerSettings(
        Instance.secret(content, "privateKeyPassphrase"),
        content.optionalSection("poll").map(PartnerReader::poll).orElse(PollSchedule.ALWAYS),
        content
            .optionalSection("folders")
            .map(PartnerReader::folders)
            .orElse(FolderNames.PUBLISHED),
        content
            .optionalSection("limits")
            .flatMap(limits -> limits.optionalLong("maxSealedBytes"))
            .orElse(null),
        content
            .optionalSection("limits")
            .flatMap(limits -> limits.optionalLong("maxBytesPerSecond"))
            .orElse(null));
  }

  private static PollSchedule poll(Section poll) {
    return new PollSchedule(
        poll.optionalLong("delayMillis").map(Duration::ofMillis).orElse(null),
        poll.optionalText("cron").flatMap(CronTimes::of).orElse(null),
        poll.optionalText("from").map(LocalTime::parse).orElse(null),
        poll.optionalText("until").map(LocalTime::parse).orElse(null),
        days(poll.texts("days")),
        ZoneId.of(poll.optionalText("timeZone").orElse("UTC")));
  }

  private static Set<DayOfWeek> days(List<String> names) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> names.isEmpty() || names.contains(day.name().substring(0, 3)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static FolderNames folders(Section folders) {
    return new FolderNames(
        folders.optionalText("inbox").orElse("inbox"),
        folders.optionalText("outbox").orElse("outbox"),
        folders.optionalText("archive").orElse("archive"),
        folders.optionalText("rejected").orElse("rejected"));
  }
}
