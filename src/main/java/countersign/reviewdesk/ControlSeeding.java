package countersign.reviewdesk;

import countersign.authority.Authority;
import countersign.crypto.Sha256;
import countersign.request.Environment;
import countersign.request.FileId;
import countersign.request.RequestKey;
import countersign.statement.JdbcRequestInContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Mixes control cases among the drafts of a slice, at the configured rate. Stateless. */
final class ControlSeeding {
  private static final int THOUSAND = 1_000;
  private static final Pattern NUMBERED = Pattern.compile("(.*?)([0-9]+)");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcControlCases rows;
  private final ControlContents contents;
  private final JdbcRequestInContext requests;
  private final Authority authority;
  private final int perThousand;
  private final Clock clock;

  ControlSeeding(
      JdbcControlCases rows,
      ControlContents contents,
      JdbcRequestInContext requests,
      Authority authority,
      int perThousand,
      Clock clock) {
    this.rows = rows;
    this.contents = contents;
    this.requests = requests;
    this.authority = authority;
    this.perThousand = perThousand;
    this.clock = clock;
  }

  /** Each draft brings a control case with the configured chance; a slice at most one. */
  void seed(List<RequestKey> drafted) {
    for (RequestKey key : drafted) {
      if (RANDOM.nextInt(THOUSAND) < perThousand) {
        seedLike(key);
        return;
      }
    }
  }

  /** Stores one control case that looks like this request. */
  void seedLike(RequestKey like) {
    requests
        .find(like)
        .ifPresent(
            asked ->
                freeId(like.file())
                    .ifPresent(
                        id -> {
                          ControlFlaw[] flaws = ControlFlaw.values();
                          ControlFlaw flaw = flaws[RANDOM.nextInt(flaws.length)];
                          ControlContent content =
                              ControlContent.of(
                                  id,
                                  asked.request(),
                                  flaw,
                                  authority.environment() == Environment.T,
                                  RANDOM,
                                  LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
                          add(new RequestKey(like.file(), id), like, flaw, content);
                        }));
  }

  private void add(RequestKey key, RequestKey like, ControlFlaw flaw, ControlContent content) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    rows.add(
        new ControlCase(
            key,
            like,
            flaw,
            contents.seal(key, content),
            Sha256.of(content.item()),
            now,
            "",
            null,
            false,
            List.of()),
        now);
  }

  /** The next id in the way in which the file numbers its requests; empty if it has no number. */
  private Optional<String> freeId(FileId file) {
    return rows.idsIn(file).stream()
        .flatMap(ControlSeeding::next)
        .max((one, other) -> Long.compare(one.number(), other.number()))
        .map(Numbered::text)
        .filter(id -> id.matches("[A-Z0-9-]{1,40}"));
  }

  private record Numbered(String text, long number) {}

  private static Stream<Numbered> next(String id) {
    Matcher matcher = NUMBERED.matcher(id);
    if (!matcher.matches() || matcher.group(2).length() > 15) {
      return Stream.empty();
    }
    String digits = matcher.group(2);
    long number = Long.parseLong(digits) + 1;
    String text = String.format(java.util.Locale.ROOT, "%0" + digits.length() + "d", number);
    return Stream.of(new Numbered(matcher.group(1) + text, number));
  }
}
