package countersign;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The packages that may write and read each table. Tests check every statement against this list
 * before it runs, and one that violates it does not run. Only {@code lifecycle} may set a state;
 * its other writes count as writes of the package that calls it.
 *
 * @see WatchedDataSource
 */
public final class TableOwners {
  static final String LIFECYCLE = "lifecycle";

  /** Tables with a column {@code state}. */
  static final Set<String> WITH_STATE =
      Set.of(
          "work file request_status slice response acknowledgement custody recall_notice"
              .split(" "));

  /** For each table, the package that writes it and the other packages that read it. */
  static final Map<String, Owner> TABLES = new TreeMap<>();

  static {
    table("work", LIFECYCLE, "operations", "notification");
    table("notice", "notification");
    table("awaited", LIFECYCLE);
    table("lease", LIFECYCLE);
    table("remark", LIFECYCLE, "verification");
    table("transition", LIFECYCLE); // only migrations write it, and only triggers read it
    table("event", "ledger", "lifecycle", "monitoring", "verification");
    table("pending_event", "ledger", "monitoring");
    table("leaf", "ledger", "lifecycle");
    table("lost_past", "journal", "verification");
    table("unknown_file", "journal");
    table("reconstructed", "journal", "verification");
    table("answered_before", "intake", "verification");
    table("node", "ledger");
    table("checkpoint", "ledger", "lifecycle", "journal");
    table("vault_key", "vault", "verification");
    table("retention", "vault"); // only migrations write it, and only destroy_key reads it
    table("stop", "stops", "intake", "verification", "notification");
    table("stop_lift", "stops", "intake", "verification", "notification");
    table("stop_lift_proposal", "stops");
    table("stop_key", "stops", "intake", "delivery");
    table("adoption", "authority", "verification");
    table("partner_pause", "pause");
    table("accounting_entry", "accounting", "recall", "verification");
    table("accounting_block", "accounting", "verification");
    table("arrival", "arrival");
    table(
        "file",
        "intake",
        "notification lifecycle simulation statement approval disclosure delivery operations reviewdesk receipts recall verification"
            .split(" "));
    table("file_chunk", "arrival");
    table("inbox_failure", "inbox");
    table(
        "request",
        "intake",
        "notification",
        "simulation",
        "statement",
        "approval",
        "disclosure",
        "delivery",
        "operations",
        "reviewdesk",
        "verification");
    table("request_block", "intake");
    table("refused_subject", "intake");
    table(
        "request_group",
        "intake",
        "lifecycle",
        "statement",
        "approval",
        "disclosure",
        "delivery",
        "reviewdesk",
        "verification");
    table("slice", "intake", "lifecycle", "approval", "disclosure");
    table(
        "request_status",
        "intake",
        "lifecycle",
        "statement",
        "approval",
        "disclosure",
        "delivery",
        "operations",
        "reviewdesk",
        "verification");
    table("draft_block", "approval", "disclosure");
    table("draft", "approval", "disclosure", "verification");
    table("no_match", "approval", "disclosure", "verification");
    table("approval", "approval", "disclosure", "delivery", "reviewdesk", "verification");
    table("response", "delivery", "lifecycle operations receipts recall verification".split(" "));
    table("custody", "receipts", "recall");
    List.of("custody_extension", "overdue_told").forEach(name -> table(name, "receipts"));
    table("recall_notice", "delivery", "recall", "verification");
    List.of("recall", "recalled").forEach(name -> table(name, "recall"));
    List.of("incident", "incident_told", "incident_step").forEach(name -> table(name, "incidents"));
    table("response_item", "delivery", "lifecycle", "recall", "verification");
    table("acknowledgement", "delivery", "lifecycle", "operations", "verification");
    table("seal_statement", "sealing", "verification");
    table("account", "accounts", "disclosure", "verification");
    table("account_proposal", "accounts", "verification");
    table("account_decision", "accounts", "verification");
    table("sign_in_source", "accounts");
    table("failed_sign_in", "accounts");
    table("access_record", "accounts", "verification");
    table("made_passkey", "accounts");
    table("signing_key", "accounts");
    table("claim", "reviewdesk");
    table("partner_turn", "reviewdesk");
    table("desk_visit", "reviewdesk");
    table("pair_waiver", "reviewdesk", "verification");
    table("kept_reason", "reviewdesk");
    table("kept_text", "reviewdesk");
    table("control_case", "reviewdesk");
    table("control_decision", "reviewdesk", "verification");
    table("control_offer", "reviewdesk");
    table("scheduled_tasks", "pipeline");
  }

  private static final StackWalker STACK =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private static final Map<String, List<String>> KNOWN = new ConcurrentHashMap<>();
  private static final List<String> BROKEN = new CopyOnWriteArrayList<>();

  private TableOwners() {}

  /**
   * The packages that may use a table.
   *
   * @param writer the only package that may write it; it may also read it
   * @param readers the other packages that may read it
   */
  record Owner(String writer, Set<String> readers) {
    boolean lets(String name) {
      return writer.equals(name) || readers.contains(name);
    }
  }

  /**
   * The packages behind a statement.
   *
   * @param runs the package that runs the statement
   * @param asks the package that calls {@code lifecycle} to run it; empty if a test or no other
   *     package does
   */
  record Caller(String runs, String asks) {
    boolean isLifecycle() {
      return runs.equals(LIFECYCLE);
    }
  }

  private static void table(String name, String writer, String... readers) {
    TABLES.put(name, new Owner(writer, Set.of(readers)));
  }

  /**
   * Checks a statement of the code under test. Statements of tests always pass.
   *
   * @throws AssertionError if the caller may not run the statement
   */
  static void check(String sql) {
    caller()
        .ifPresent(
            caller -> {
              List<String> problems =
                  KNOWN.computeIfAbsent(caller + sql, key -> problems(sql, caller));
              if (!problems.isEmpty()) {
                String said = String.join("; ", problems) + ":\n" + sql;
                BROKEN.add(said);
                throw new AssertionError(said);
              }
            });
  }

  /** Fails if any statement violated the list, even if the code caught the error. */
  public static void assertKept() {
    if (!BROKEN.isEmpty()) {
      throw new AssertionError(String.join("\n\n", BROKEN));
    }
  }

  /** The violations of a statement; empty if none. */
  static List<String> problems(String sql, Caller caller) {
    SqlText text = new SqlText(sql, TABLES.keySet());
    List<String> problems = new ArrayList<>();
    text.written().forEach((table, columns) -> written(table, columns, caller, problems));
    for (String table : text.read()) {
      Owner owner = TABLES.get(table);
      boolean may =
          owner.lets(caller.runs())
              || (caller.isLifecycle() && (caller.asks().isEmpty() || owner.lets(caller.asks())));
      if (!may) {
        problems.add("%s reads %s of %s".formatted(name(caller), table, owner.writer()));
      }
    }
    return problems;
  }

  private static void written(
      String table, Set<String> columns, Caller caller, List<String> problems) {
    String writer = TABLES.get(table).writer();
    boolean inserts = columns.isEmpty();
    if (WITH_STATE.contains(table)
        && (inserts || columns.contains("state"))
        && !caller.isLifecycle()) {
      problems.add("%s sets the state of %s".formatted(name(caller), table));
    }
    boolean onlyState = !inserts && Set.of("state", "version").containsAll(columns);
    boolean may =
        writer.equals(caller.runs())
            || (caller.isLifecycle()
                && (onlyState || caller.asks().isEmpty() || writer.equals(caller.asks())));
    if (!may) {
      problems.add("%s writes %s of %s".formatted(name(caller), table, writer));
    }
  }

  private static String name(Caller caller) {
    return caller.isLifecycle() && !caller.asks().isEmpty()
        ? caller.asks() + " by way of lifecycle"
        : caller.runs();
  }

  /** The class of the gateway nearest on the call stack; empty if a test class is nearer. */
  private static Optional<Caller> caller() {
    return STACK.walk(
        frames -> {
          Iterator<Class<?>> ours =
              frames
                  .<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
                  .filter(type -> type.getName().startsWith("countersign."))
                  .filter(type -> !isWatch(type))
                  .iterator();
          if (!ours.hasNext()) {
            return Optional.empty();
          }
          Class<?> nearest = ours.next();
          return isTest(nearest)
              ? Optional.empty()
              : Optional.of(new Caller(packageOf(nearest), asks(nearest, ours)));
        });
  }

  /** The package that calls {@code lifecycle}; the frames are read only as far as that. */
  private static String asks(Class<?> nearest, Iterator<Class<?>> callers) {
    Class<?> type = nearest;
    while (packageOf(type).equals(LIFECYCLE)) {
      if (!callers.hasNext()) {
        return "";
      }
      type = callers.next();
    }
    return isTest(type) ? "" : packageOf(type);
  }

  private static boolean isWatch(Class<?> type) {
    return type.getNestHost() == TableOwners.class || type.getNestHost() == WatchedDataSource.class;
  }

  private static boolean isTest(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().getPath().contains("test-");
  }

  private static String packageOf(Class<?> type) {
    String name = type.getPackageName();
    return name.substring(Math.min(name.length(), "countersign.".length()));
  }

  /** The packages that the list names. */
  static Set<String> packages() {
    Set<String> packages = new TreeSet<>();
    TABLES.values().forEach(owner -> packages.add(owner.writer()));
    TABLES.values().forEach(owner -> packages.addAll(owner.readers()));
    return packages;
  }
}
