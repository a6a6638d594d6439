package countersign.inbox;

import countersign.inbox.InboxFailure.Cause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The failed attempts at the entries of one partner's inbox. After three, an entry is set aside, so
 * that it delays no other file. It is tried again when the listing shows a change, and otherwise
 * rarely.
 */
final class InboxTries {
  private static final Logger LOG = LoggerFactory.getLogger(InboxTries.class);

  /** Time between attempts at an entry that is set aside: its cause may end unseen. */
  private static final Duration BETWEEN_LATER_TRIES = Duration.ofMinutes(10);

  private final String partner;
  private final InboxFailures stored;
  private final Clock clock;
  private final Map<String, Integer> interruptions = new HashMap<>();
  private final Map<String, Instant> triedAt = new HashMap<>();
  private final Set<String> changed = new HashSet<>();
  private final Set<String> mended = new HashSet<>();
  private volatile Map<String, InboxFailure> failures = Map.of();
  private Map<String, InboxFailure> known = new TreeMap<>();

  InboxTries(String partner, InboxFailures stored, Clock clock) {
    this.partner = partner;
    this.stored = stored;
    this.clock = clock;
  }

  /** Reads what was stored, because another gateway polled the inbox before this one. */
  void load() {
    known = new TreeMap<>();
    stored.of(partner).forEach(failure -> known.put(failure.entry(), failure));
    changed.clear();
    mended.clear();
    failures = Map.copyOf(known);
  }

  /**
   * Forgets entries that have left the inbox or have changed.
   *
   * @param permissions owner and permissions of the folders, on which a move depends as well
   */
  void keepOnly(List<InboxEntry> listing, String permissions) {
    if (known.isEmpty() && interruptions.isEmpty()) {
      return; // saves a hash for each name of a long listing
    }
    Map<String, InboxEntry> present =
        listing.stream()
            .collect(Collectors.toMap(InboxEntry::shown, entry -> entry, (one, other) -> one));
    for (InboxFailure failure : List.copyOf(known.values())) {
      InboxEntry entry = present.get(failure.entry());
      if (entry == null || !print(entry, failure.cause(), permissions).equals(failure.print())) {
        mended(failure.entry());
      }
    }
    interruptions.keySet().retainAll(present.keySet());
    triedAt.keySet().retainAll(present.keySet());
  }

  private static String print(InboxEntry entry, Cause cause, String permissions) {
    return cause == Cause.NOT_MOVED ? entry.print() + " " + permissions : entry.print();
  }

  /** Whether an entry is set aside and not due for one of the rare attempts after that. */
  boolean rests(InboxEntry entry) {
    InboxFailure failure = known.get(entry.shown());
    return failure != null
        && failure.isAside()
        && (entry.obstacle() != null
            || triedAt
                .computeIfAbsent(entry.shown(), name -> clock.instant())
                .plus(BETWEEN_LATER_TRIES)
                .isAfter(clock.instant()));
  }

  /** Whether an entry is set aside because it could not be moved out of the inbox. */
  boolean isStuck(InboxEntry entry) {
    InboxFailure failure = known.get(entry.shown());
    return failure != null && failure.isAside() && failure.cause() == Cause.NOT_MOVED;
  }

  /** Whether any entry could not be moved out of the inbox. */
  boolean anyNotMoved() {
    return known.values().stream().anyMatch(failure -> failure.cause() == Cause.NOT_MOVED);
  }

  /**
   * What never failed comes first, then published names, then other names.
   *
   * @param then order of those that are otherwise alike
   */
  Comparator<InboxEntry> order(Comparator<InboxEntry> then) {
    return Comparator.comparingInt(this::attempts)
        .thenComparing(entry -> !entry.isPublished())
        .thenComparing(then)
        .thenComparing(InboxEntry::wire);
  }

  private int attempts(InboxEntry entry) {
    InboxFailure failure = known.get(entry.shown());
    return (failure == null ? 0 : failure.tries()) + interruptions.getOrDefault(entry.shown(), 0);
  }

  /** Counts a failed attempt at an entry. */
  void failed(InboxEntry entry, Cause cause, String permissions) {
    String name = entry.shown();
    InboxFailure before = known.get(name);
    InboxFailure now =
        new InboxFailure(
            name,
            print(entry, cause, permissions),
            cause,
            before == null ? 1 : before.tries() + 1,
            before == null ? clock.instant() : before.since());
    triedAt.put(name, clock.instant());
    known.put(name, now);
    if (before == null || !before.isAside() || !before.isLike(now)) {
      changed.add(name);
    }
    mended.remove(name);
  }

  /**
   * The connection broke while an entry was fetched. That is no failure of the entry, but others
   * come first now.
   */
  void interrupted(InboxEntry entry) {
    interruptions.merge(entry.shown(), 1, Integer::sum);
  }

  void succeeded(InboxEntry entry) {
    interruptions.remove(entry.shown());
    mended(entry.shown());
  }

  private void mended(String name) {
    triedAt.remove(name);
    if (known.remove(name) != null) {
      changed.remove(name);
      mended.add(name);
    }
  }

  /** Stores what changed since the last call, and logs how many entries were set aside. COMMITS. */
  void store() {
    if (changed.isEmpty() && mended.isEmpty()) {
      return;
    }
    List<InboxFailure> failed = changed.stream().map(known::get).toList();
    stored.store(partner, failed, mended);
    Map<Cause, Integer> aside = new EnumMap<>(Cause.class);
    failed.stream()
        .filter(failure -> failure.tries() == InboxFailure.TRIES)
        .forEach(failure -> aside.merge(failure.cause(), 1, Integer::sum));
    if (!aside.isEmpty()) {
      LOG.warn(
          "INBOX_ENTRY_ASIDE  Inbox of {}: set aside after {} tries: {}. The page Queues shows them.",
          partner,
          InboxFailure.TRIES,
          aside);
    }
    changed.clear();
    mended.clear();
    failures = Map.copyOf(known);
  }

  /** The entries that are set aside, by what was stored last; oldest first. For any thread. */
  List<InboxFailure> aside() {
    return failures.values().stream()
        .filter(InboxFailure::isAside)
        .sorted(Comparator.comparing(InboxFailure::since).thenComparing(InboxFailure::entry))
        .toList();
  }
}
