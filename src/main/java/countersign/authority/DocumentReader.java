package countersign.authority;

import countersign.configuration.Configuration;
import countersign.configuration.Document;
import countersign.configuration.DocumentKind;
import countersign.configuration.Section;
import countersign.passkey.PublicPasskey;
import countersign.request.Environment;
import countersign.request.Role;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Converts configuration documents to the types of this package. Used once per snapshot. */
final class DocumentReader {
  private final Configuration configuration;
  private final Predicate<Document> counts;

  /**
   * Creates a reader.
   *
   * @param counts selects the documents to read; any other counts as absent
   */
  DocumentReader(Configuration configuration, Predicate<Document> counts) {
    this.configuration = configuration;
    this.counts = counts;
  }

  Authority read() {
    Authority.Registers registers =
        new Authority.Registers(
            byId(all(DocumentKind.PARTNER, PartnerReader::partner), Partner::id),
            byId(all(DocumentKind.AGREEMENT, AgreementReader::agreement), Agreement::id),
            byId(
                entries(DocumentKind.OFFICIALS, "officials", DocumentReader::official),
                Official::registerId),
            byId(
                entries(DocumentKind.DELEGATIONS, "delegations", DocumentReader::delegation),
                Delegation::id),
            byId(
                entries(DocumentKind.OFFICERS, "officers", DocumentReader::officer),
                Officer::officerId),
            byId(
                entries(DocumentKind.SAFEGUARDS, "agencies", DocumentReader::safeguards),
                Safeguards::agency));
    return new Authority(
        configuration.instance().environment(),
        registers,
        only(all(DocumentKind.POSTURE, document -> posture(document.content()))),
        only(all(DocumentKind.RULES, DocumentReader::rules)),
        enrolment());
  }

  private Enrolment enrolment() {
    Set<String> signers = new HashSet<>();
    configuration.documents().stream()
        .filter(counts)
        .forEach(document -> signers.addAll(document.signers()));
    entries(DocumentKind.SIGNATORIES, "signatories", part -> part.text("name"))
        .forEach(signers::add);
    return all(DocumentKind.ENROLMENT, Document::content).stream()
        .map(content -> enrolment(content, signers, configuration.instance().environment()))
        .findFirst()
        .orElse(Enrolment.NONE);
  }

  static Enrolment enrolment(Section content, Set<String> signers, Environment environment) {
    return new Enrolment(
        content.number("serial"),
        content.sections("people").stream()
            .map(
                part ->
                    new Enrolment.Person(
                        part.text("person"),
                        part.text("name"),
                        part.texts("roles").stream()
                            .map(Role::valueOf)
                            .collect(Collectors.toUnmodifiableSet()),
                        part.sections("keys").stream().map(DocumentReader::enrolledKey).toList()))
            .toList(),
        signers,
        environment == Environment.P,
        content.sections("subjects").stream()
            .collect(
                Collectors.toMap(
                    part -> new Enrolment.Subject(part.text("issuer"), part.text("subject")),
                    part -> part.text("account"))),
        content.sections("earlierGatewayKeys").stream()
            .map(
                part ->
                    new Enrolment.EarlierKey(
                        part.text("fingerprint"), part.day("firstDay"), part.day("lastDay")))
            .toList());
  }

  private static Enrolment.Key enrolledKey(Section part) {
    String account = part.text("account");
    LocalDate first = part.day("firstDay");
    LocalDate last = part.day("lastDay");
    return part.optionalSection("passkey")
        .map(
            passkey ->
                new PublicPasskey(
                    passkey.text("credentialId"),
                    passkey.text("publicKey"),
                    passkey.text("rpId"),
                    passkey.text("origin")))
        .map(passkey -> Enrolment.Key.ofPasskey(account, passkey, first, last))
        .orElseGet(() -> new Enrolment.Key(account, part.text("publicKey"), first, last));
  }

  private <T> List<T> all(DocumentKind kind, Function<Document, T> value) {
    return configuration.documents(kind).stream().filter(counts).map(value).toList();
  }

  private <T> List<T> entries(DocumentKind kind, String list, Function<Section, T> value) {
    return all(kind, Document::content).stream()
        .flatMap(content -> content.sections(list).stream())
        .map(value)
        .toList();
  }

  private static <T> Map<String, T> byId(Collection<T> values, Function<T, String> id) {
    return values.stream().collect(Collectors.toMap(id, Function.identity()));
  }

  private static <T> @Nullable T only(List<T> values) {
    return values.isEmpty() ? null : values.get(0);
  }

  private static Official official(Section section) {
    return new Official(
        section.text("registerId"),
        section.text("agency"),
        section.text("name"),
        section.text("title"),
        section.flag("delegate"),
        keys(section, "keys"));
  }

  private static Delegation delegation(Section section) {
    return new Delegation(
        section.text("instrument"),
        section.text("delegate"),
        section.text("agency"),
        section.flag("counselApproved"),
        section.day("firstDay"),
        section.day("lastDay"));
  }

  private static Officer officer(Section section) {
    return new Officer(
        section.text("officerId"),
        section.text("agency"),
        section.text("name"),
        section.text("office"),
        section.text("role"),
        section.flag("contractor"),
        keys(section, "keys"));
  }

  private static Safeguards safeguards(Section section) {
    return new Safeguards(
        section.text("agency"),
        section.flag("reportAccepted"),
        section.day("reviewValidUntil"),
        section.sections("findings").stream()
            .map(
                part ->
                    new Safeguards.Finding(
                        part.text("finding"),
                        part.flag("critical"),
                        part.optionalDay("implementationDate").orElse(null)))
            .toList());
  }

  private static Posture posture(Section section) {
    return new Posture(
        Environment.valueOf(section.text("environment")),
        section.texts("agreements"),
        section.day("firstDay"),
        section.day("lastDay"),
        section.sections("courtOrders").stream()
            .map(
                part ->
                    new Posture.CourtOrder(
                        part.text("docket"), part.text("agreement"), part.day("since")))
            .toList());
  }

  private static RuleSet rules(Document document) {
    Section content = document.content();
    Section limits = content.section("limits");
    return new RuleSet(
        content.text("version"),
        document.sha256(),
        content.day("effective"),
        content.text("because"),
        new RuleSet.RuleLimits(
            limits.number("finalOrderDays"),
            limits.number("lookBackDays"),
            limits.number("repeatedSubjectRequests"),
            limits.number("signatureAgeDays"),
            limits.number("clockToleranceMinutes")),
        content.sections("rules").stream()
            .map(
                part ->
                    new RuleSet.Rule(
                        part.text("rule"), part.day("effective"), part.text("because")))
            .toList());
  }

  static List<PinnedKey> keys(Section section, String key) {
    return section.sections(key).stream()
        .map(
            part ->
                new PinnedKey(
                    part.text("fingerprint"),
                    part.file("file"),
                    part.day("acceptedFrom"),
                    part.optionalDay("retiredOn").orElse(null)))
        .toList();
  }

  static Set<String> set(Section section, String key) {
    return new HashSet<>(section.texts(key));
  }
}
