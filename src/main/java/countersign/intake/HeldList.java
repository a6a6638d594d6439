package countersign.intake;

import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.screening.ScreeningPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Files and requests that wait for a person, for the end of a block or for a missing number, as a
 * list for those who decide them. Stateless.
 */
public final class HeldList {
  private static final String DECISION = "A person's decision.";
  private static final String EARLIER_FILE =
      "The earlier file. When it arrives, this file goes on by itself; a person can also take it without the earlier one.";

  private final Stores stores;
  private final JdbcHeldRequests held;
  private final Function<String, Optional<Duration>> decideWithin;
  private final TakingObstacles obstacles;

  /**
   * Creates the list.
   *
   * @param decideWithin gives the time that an agreement leaves for the decision
   */
  HeldList(
      Stores stores,
      JdbcHeldRequests held,
      ScreeningPolicy policy,
      Function<String, Optional<Duration>> decideWithin) {
    this.stores = stores;
    this.held = held;
    this.decideWithin = decideWithin;
    this.obstacles = new TakingObstacles(stores.stops(), policy);
  }

  /**
   * A held file or request.
   *
   * @param request id of the request in the file; null if the file as a whole waits
   * @param partner the partner whose inbox held the file
   * @param codes why it is held
   * @param missing what is missing, as one or two sentences
   * @param since the time since which it waits
   * @param lapsesAt the time at which the gateway rejects it if no person has decided; null if that
   *     time does not run now
   */
  public record HeldItem(
      FileId file,
      @Nullable String request,
      String partner,
      List<ReasonCode> codes,
      String missing,
      Instant since,
      @Nullable Instant lapsesAt) {
    /** Copies the list. */
    public HeldItem {
      codes = List.copyOf(codes);
    }
  }

  /**
   * Which held items a reader wants to see.
   *
   * @param agency the requesting agency as in the file's name, in any case; null for all
   * @param lapsesBy time by which the gateway rejects it if no person has decided; null for all
   */
  public record Filter(@Nullable String agency, @Nullable Instant lapsesBy) {}

  /**
   * The held files, then the held requests of files that were taken; the oldest is first.
   *
   * @param most the largest number of each, of those that the filter shows
   */
  public List<HeldItem> list(int most, Filter filter) {
    List<HeldItem> items = new ArrayList<>();
    JdbcHeldRequests.Wanted wanted = wanted(filter);
    held.waitingFiles(most, wanted)
        .forEach(
            (id, since) ->
                stores.files().find(id.value()).ifPresent(row -> items.add(file(row, since))));
    held.waitingRequests(most, wanted).forEach(request -> items.add(request(request)));
    return items;
  }

  private JdbcHeldRequests.Wanted wanted(Filter filter) {
    Instant by = filter.lapsesBy();
    if (by == null) {
      return new JdbcHeldRequests.Wanted(filter.agency(), null);
    }
    Map<String, Instant> latest = new TreeMap<>();
    for (String agreement : held.agreements()) {
      decideWithin.apply(agreement).ifPresent(time -> latest.put(agreement, by.minus(time)));
    }
    return new JdbcHeldRequests.Wanted(filter.agency(), latest);
  }

  private HeldItem file(FileRow row, Instant since) {
    return new HeldItem(
        row.id(),
        null,
        row.partner(),
        row.codes(),
        missing(row),
        since,
        row.isForPeople() ? lapses(agreement(row), since) : null);
  }

  private static String agreement(FileRow row) {
    String named = row.agreement();
    return named == null ? "" : named;
  }

  private String missing(FileRow row) {
    return obstacles
        .of(row)
        .map(HeldDecisions.Obstacle::sentence)
        .orElseGet(
            () -> row.codes().contains(ReasonCode.F105_SEQUENCE_GAP) ? EARLIER_FILE : DECISION);
  }

  private HeldItem request(JdbcHeldRequests.HeldRequest request) {
    RequestKey key = request.key();
    return new HeldItem(
        key.file(),
        key.requestId(),
        request.partner(),
        request.codes(),
        DECISION,
        request.since(),
        lapses(request.agreement(), request.since()));
  }

  private @Nullable Instant lapses(String agreement, Instant since) {
    return decideWithin.apply(agreement).map(since::plus).orElse(null);
  }
}
