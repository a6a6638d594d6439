package countersign.routemap;

import java.util.Locale;
import java.util.Map;

/**
 * Draws the routes as SVG: one row for each route, boxes and arrows, a colour for each zone, a
 * thick border for each control.
 */
public final class SvgDrawing {
  private static final int LEFT = 24;
  private static final int START_WIDTH = 190;
  private static final int GAP = 28;
  private static final int ROW = 92;
  private static final int TOP = 130;
  private static final int BOX_HEIGHT = 34;
  private static final int PADDING = 12;
  private static final double LETTER = 7.9;

  private final StringBuilder out = new StringBuilder();
  private final Map<String, QueueCount> counts;
  private int widest;

  private SvgDrawing(Map<String, QueueCount> counts) {
    this.counts = counts;
  }

  /**
   * The drawing of a map.
   *
   * @param counts what waits, by queue; empty if no gateway was asked
   */
  public static String of(RouteMap map, Map<String, QueueCount> counts) {
    SvgDrawing drawing = new SvgDrawing(counts);
    drawing.legend();
    int y = TOP;
    for (RouteRow row : map.rows()) {
      drawing.row(row, y);
      y += ROW;
    }
    return drawing.whole(y);
  }

  private String whole(int height) {
    int width = Math.max(widest, 900) + LEFT;
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" aria-label="The routes of the gateway" font-family="DejaVu Sans, Arial, sans-serif" font-size="12">
        <defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="#3d4551"/></marker></defs>
        <rect width="%1$d" height="%2$d" fill="#f7f9fa"/>
        %3$s</svg>
        """
        .formatted(width, height, out);
  }

  private void legend() {
    text(LEFT, 34, "The routes of the gateway, from their source", 18, "#1b1b1b", "bold");
    int x = LEFT;
    for (Zone zone : Zone.values()) {
      x = box(x, 54, zone.words(), zone.colour(), false) + 12;
    }
    x = box(x + 12, 54, "control", Zone.GATEWAY.colour(), true) + 12;
    text(x, 75, "A path that goes around a control does not start.", 12, "#3d4551", "normal");
  }

  private void row(RouteRow row, int y) {
    QueueCount waiting = counts.get(row.queue());
    String title = row.description().isEmpty() ? row.id() : row.id() + ": " + row.description();
    text(LEFT, y - 8, title, 12, "#3d4551", "normal");
    start(row, y);
    if (waiting != null) {
      text(LEFT + 10, y + BOX_HEIGHT + 15, waiting.words(), 11, "#b50909", "bold");
    }
    int x = LEFT + START_WIDTH;
    for (RouteRow.Box box : row.boxes()) {
      arrow(x, y + BOX_HEIGHT / 2, GAP);
      x = box(x + GAP, y, box.name(), box.zone().colour(), box.control());
      if (!box.leadsTo().isEmpty()) {
        arrow(x, y + BOX_HEIGHT / 2, GAP);
        x =
            pill(
                x + GAP,
                y,
                box.leadsTo(),
                Zone.GATEWAY == box.zone() ? "#eff6fb" : box.zone().colour());
      }
    }
    widest = Math.max(widest, x);
  }

  private void start(RouteRow row, int y) {
    rectangle(LEFT, y, START_WIDTH, row.zone().colour(), 17, 1);
    text(LEFT + PADDING, y + 22, row.start(), 12, "#1b1b1b", "normal");
  }

  private int box(int x, int y, String name, String colour, boolean control) {
    int width = width(name);
    rectangle(x, y, width, colour, 3, control ? 3 : 1);
    text(x + PADDING, y + 22, name, 12, "#1b1b1b", control ? "bold" : "normal");
    return x + width;
  }

  private int pill(int x, int y, String name, String colour) {
    int width = width(name);
    rectangle(x, y, width, colour, 17, 1);
    text(x + PADDING, y + 22, name, 12, "#1b1b1b", "normal");
    return x + width;
  }

  private static int width(String name) {
    return (int) Math.ceil(name.length() * LETTER) + 2 * PADDING;
  }

  private void rectangle(int x, int y, int width, String colour, int round, int border) {
    out.append(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%d\"/>\n"
            .formatted(
                x,
                y,
                width,
                BOX_HEIGHT,
                round,
                colour,
                border > 1 ? "#005ea2" : "#71767a",
                border));
  }

  private void arrow(int x, int y, int length) {
    out.append(
        "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#3d4551\" marker-end=\"url(#tip)\"/>\n"
            .formatted(x + 2, y, x + length - 2, y));
  }

  private void text(int x, int y, String words, int size, String colour, String weight) {
    String escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    out.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" font-size=\"%d\" fill=\"%s\" font-weight=\"%s\">%s</text>%n",
            x,
            y,
            size,
            colour,
            weight,
            escaped));
    widest = Math.max(widest, x + (int) (words.length() * size * 0.6));
  }
}
