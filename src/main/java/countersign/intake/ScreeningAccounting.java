package countersign.intake;

import countersign.accounting.AccountedRequest;
import countersign.accounting.EntryBatch;
import countersign.accounting.EntryDigest;
import countersign.accounting.FileFacts;
import countersign.accounting.SealedEntries;
import countersign.ledger.Frontier;
import countersign.ledger.Hash;
import countersign.lifecycle.Change;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.RequestHeader;
import countersign.request.RequestState;
import countersign.request.SliceId;
import countersign.request.Verb;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Accounting entries and ledger events of a decision about a file's requests: an entry for every
 * request, an event for the file and one for every slice. Runs in the decision's transaction.
 */
final class ScreeningAccounting {
  /** The fact of an event with the digest of a file's codes and details after it. */
  static final String VERDICT = "verdict";

  private static final int IN_FLIGHT = 2;

  private final Stores stores;
  private final ExecutorService workers;

  ScreeningAccounting(Stores stores, ExecutorService workers) {
    this.stores = stores;
    this.workers = workers;
  }

  /**
   * What the event of a reading says beside its counts.
   *
   * @param agreement id of the agreement, if the gateway knows it; null otherwise
   * @param codes digest of the file's codes and details
   */
  record Verdict(@Nullable String agreement, String codes) {}

  /** The facts of an event by which a whole file is held. */
  static Map<String, String> held(Collection<ReasonCode> codes, String verdict) {
    return Map.of("codes", ReasonCode.joined(codes), VERDICT, verdict);
  }

  /** The facts of an event by which a whole file is refused unread. */
  static Map<String, String> refused(
      Collection<ReasonCode> codes, String verdict, EntryDigest entry) {
    return Map.of(
        "codes", ReasonCode.joined(codes), VERDICT, verdict, EntryDigest.FACT, entry.hex());
  }

  /** The facts of a person's denial; {@code verdict} is null if it is about one request. */
  static Map<String, String> denied(
      Set<ReasonCode> codes, int requests, EntryDigest entry, @Nullable String verdict) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("codes", ReasonCode.joined(codes));
    facts.put("requests", String.valueOf(requests));
    facts.put(EntryDigest.FACT, entry.hex());
    if (verdict != null) {
      facts.put(VERDICT, verdict);
    }
    return facts;
  }

  /** Writes an entry for every request of a file that has just been judged, and the events. */
  void account(Change change, FileFacts facts, JdbcRequests.RequestCounts counts, Verdict verdict) {
    FileId file = facts.file();
    EntryBatch batch = stores.accounting().batch(facts, change.now());
    JdbcRequestBodies bodies = stores.requests().bodies(file, stores.vault().file(file.value()));
    List<Integer> blocks = new ArrayList<>(bodies.blocks());
    blocks.add(counts.all() + 1);
    Roots roots = new Roots();
    Deque<Future<Page>> inFlight = new ArrayDeque<>();
    for (int i = 0; i + 1 < blocks.size(); i++) {
      int from = blocks.get(i);
      List<JdbcRequests.Judged> judged =
          stores.requests().page(file, from, blocks.get(i + 1) - from);
      JdbcRequestBodies.Stored stored = bodies.stored(from).orElseThrow();
      inFlight.add(workers.submit(() -> page(from, judged, bodies.open(stored), batch)));
      if (inFlight.size() == IN_FLIGHT) {
        write(inFlight.remove(), roots);
      }
    }
    while (!inFlight.isEmpty()) {
      write(inFlight.remove(), roots);
    }
    Map<String, String> known = new TreeMap<>();
    known.put("header", stores.whole().headerDigest(file));
    known.put(VERDICT, verdict.codes());
    known.put("requestCodes", stores.whole().codesDigest(file));
    if (verdict.agreement() != null) {
      known.put("agreement", verdict.agreement());
    }
    roots.record(change, file, counts, known);
  }

  /** Requests with their sealed entries. */
  private record Page(List<JdbcRequests.Judged> judged, SealedEntries entries) {}

  private static Page page(
      int from, List<JdbcRequests.Judged> judged, List<byte[]> bodies, EntryBatch batch) {
    List<AccountedRequest> asked = new ArrayList<>(judged.size());
    for (int i = 0; i < judged.size(); i++) {
      JdbcRequests.Judged one = judged.get(i);
      asked.add(new AccountedRequest(one.requestId(), bodies.get(i), one.state(), one.codes()));
    }
    return new Page(judged, batch.seal(from, asked));
  }

  private void write(Future<Page> future, Roots roots) {
    try {
      Page page = future.get();
      stores.accounting().write(page.entries());
      for (int i = 0; i < page.judged().size(); i++) {
        roots.add(page.judged().get(i), page.entries().digests().get(i));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while accounting for a file", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Requests could not be accounted for", e.getCause());
    }
  }

  /**
   * Writes the entry of a decision about what was held.
   *
   * @param disposition {@code TAKEN} or {@code REFUSED}
   * @param requestId empty if the decision is about the file
   * @param reason in that person's words; stored in the accounting only
   * @return the digest of the entry, for the event of the decision
   */
  EntryDigest decided(
      Change change,
      FileFacts facts,
      String disposition,
      Set<ReasonCode> codes,
      String requestId,
      Actor actor,
      String reason) {
    return stores
        .accounting()
        .holdDecided(
            facts,
            change.now(),
            disposition,
            codes,
            requestId.isEmpty() ? null : requestId,
            actor.id(),
            reason);
  }

  /** Requests the next acknowledgement. */
  void answer(Change change, FileRow file, boolean takes) {
    stores.acknowledgements().due(change, file.id(), file.partner(), takes);
  }

  /**
   * Facts about a file for the accounting, without those of its header.
   *
   * @param current the current rule set, used for a file that has not been judged
   */
  static FileFacts facts(FileRow file, String current) {
    String judgedBy = file.ruleSet();
    return facts(file, null, judgedBy == null ? current : judgedBy);
  }

  /** Facts about a file for the accounting; without a header if the file was not read so far. */
  static FileFacts facts(FileRow file, @Nullable RequestHeader header, String ruleSet) {
    RequestHeader.Requester requester = header == null ? null : header.requester();
    return new FileFacts(
        file.id(),
        file.agency(),
        file.partner(),
        header == null ? null : header.agreement(),
        requester == null ? null : requester.registerId(),
        header == null ? null : header.createdAt(),
        file.receivedAt(),
        ruleSet,
        file.sealedSha256());
  }

  /** One tree over all entries and one for each outcome. */
  private static final class Roots {
    private final Frontier all = new Frontier();
    private final Frontier refused = new Frontier();
    private final Frontier held = new Frontier();
    private final List<Map<String, String>> slices = new ArrayList<>();
    private Frontier taken = new Frontier();

    void add(JdbcRequests.Judged judged, byte[] digest) {
      Hash leaf = Hash.leaf(digest);
      all.append(leaf);
      Frontier outcome =
          switch (RequestState.valueOf(judged.state())) {
            case REFUSED -> refused;
            case HELD -> held;
            case TAKEN -> taken(judged.slice());
            case DRAFTED,
                UNMATCHED,
                ENDORSED,
                COUNTERSIGNED,
                DECLINED,
                EXPIRED,
                RELEASED,
                DELIVERED,
                RECALLED,
                ANSWERED_BEFORE ->
                throw new IllegalStateException(
                    "A file is accounted for before anything of it is looked up, but a request is "
                        + judged.state());
          };
      outcome.append(leaf);
    }

    /** Slices follow each other in the order of the file. */
    private Frontier taken(int slice) {
      if (slice > slices.size() + 1) {
        slices.add(facts(taken));
        taken = new Frontier();
      }
      return taken;
    }

    void record(
        Change change, FileId file, JdbcRequests.RequestCounts counts, Map<String, String> known) {
      change.event(Verb.READ, file.value(), read(counts, known));
      if (refused.size() > 0) {
        change.event(Verb.REFUSE, file.value(), facts(refused));
      }
      if (held.size() > 0) {
        change.event(Verb.HOLD, file.value(), facts(held));
      }
      if (taken.size() > 0) {
        slices.add(facts(taken));
      }
      for (int i = 0; i < slices.size(); i++) {
        change.event(Verb.TAKE, new SliceId(file, i + 1).toString(), slices.get(i));
      }
    }

    private Map<String, String> read(JdbcRequests.RequestCounts counts, Map<String, String> known) {
      Map<String, String> facts = new TreeMap<>(known);
      facts.put("requests", String.valueOf(counts.all()));
      facts.put("refused", String.valueOf(counts.refused()));
      facts.put("held", String.valueOf(counts.held()));
      facts.put("taken", String.valueOf(counts.taken()));
      facts.put("accounting", all.root().hex());
      return facts;
    }

    private static Map<String, String> facts(Frontier tree) {
      return Map.of("requests", String.valueOf(tree.size()), "accounting", tree.root().hex());
    }
  }
}
