package countersign.routemap;

import java.io.PrintWriter;
import java.util.Map;

/** Prints the routes in a terminal: a line for where each begins, and a line with its steps. */
public final class TerminalDrawing {
  private TerminalDrawing() {}

  /**
   * Prints a map.
   *
   * @param counts what waits, by queue; empty if no gateway was asked
   */
  public static void print(RouteMap map, Map<String, QueueCount> counts, PrintWriter out) {
    out.println("Left: where a route begins. [step]: a control. => where the message goes on.");
    for (RouteRow row : map.rows()) {
      out.println();
      out.printf("%-14s %s%s%n", row.zone().words(), row.start(), count(row, counts));
      out.printf("%14s %s: %s%n", "", row.id(), row.description());
      out.printf("%14s %s%n", "", steps(row));
    }
    long people = waiting(counts, "endorse") + waiting(counts, "countersign");
    if (!counts.isEmpty()) {
      out.printf("%nCases that wait for reviewers: %d%n", people);
    }
  }

  private static String count(RouteRow row, Map<String, QueueCount> counts) {
    QueueCount found = counts.get(row.queue());
    return found == null ? "" : "  (%s)".formatted(found.words());
  }

  private static long waiting(Map<String, QueueCount> counts, String queue) {
    QueueCount found = counts.get(queue);
    return found == null ? 0 : found.waiting();
  }

  private static String steps(RouteRow row) {
    StringBuilder line = new StringBuilder("|");
    for (RouteRow.Box box : row.boxes()) {
      line.append("--> ").append(box.control() ? "[%s]".formatted(box.name()) : box.name());
      line.append(' ');
      if (!box.leadsTo().isEmpty()) {
        line.append("=> ").append(box.leadsTo()).append(' ');
      }
    }
    return line.toString().stripTrailing();
  }
}
