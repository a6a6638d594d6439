package countersign.authority;

import countersign.configuration.Document;
import countersign.configuration.Section;
import countersign.request.Environment;
import countersign.request.Tier;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.Collectors;

/** Converts an agreement's document, with its limits, schedule and conditions. Stateless. */
final class AgreementReader {
  private AgreementReader() {}

  /** The agreement that a document states. */
  static Agreement agreement(Document document) {
    Section content = document.content();
    return new Agreement(
        document.id(),
        content.texts("environments").stream()
            .map(Environment::valueOf)
            .collect(Collectors.toSet()),
        DocumentReader.set(content, "agencies"),
        content.text("authority"),
        content.day("firstDay"),
        content.day("lastDay"),
        ZoneId.of(content.text("timeZone")),
        content.sections("statutes").stream()
            .map(part -> new Statute(part.text("citation"), part.texts("facts")))
            .toList(),
        DocumentReader.set(content, "purposes"),
        DocumentReader.set(content, "elements"),
        content.text("attestation"),
        DocumentReader.set(content, "placeholders"),
        content.sections("conditions").stream().map(AgreementReader::condition).toList(),
        limits(content.section("limits")),
        schedule(content.section("schedule")));
  }

  private static Condition condition(Section section) {
    return new Condition(
        section.text("condition"),
        section.text("because"),
        Tier.valueOf(section.text("tier")),
        Expression.of(section.text("when")));
  }

  private static Limits limits(Section section) {
    return new Limits(
        section.longNumber("maxPlaintextBytes"),
        section.number("maxExpansionRatio"),
        section.number("largeVolumeSubjects"),
        section.number("maxSubjects"),
        section.number("maxTaxPeriods"),
        section.number("firstTaxPeriod"),
        section.number("sameReasonRequests"),
        section.number("officerLoadSubjects"),
        section.number("officerCeilingSubjects"),
        section.number("recurringAddressSubjects"),
        section.number("attestationDays"),
        section.number("resubmissionPercent"));
  }

  private static Schedule schedule(Section section) {
    Duration every = section.optionalDuration("releaseEvery").orElse(null);
    return new Schedule(
        section.texts("releaseTimes").stream().map(LocalTime::parse).sorted().toList(),
        every,
        section.duration("answerWithin"),
        section.text("negatives").equals("WHEN_ALL_DECIDED"),
        section.duration("decideHeldWithin"),
        section.duration("approvalLapses"),
        section.duration("reviewAfter"),
        section.duration("reviewingFloor"),
        section.flag("cover"));
  }
}
