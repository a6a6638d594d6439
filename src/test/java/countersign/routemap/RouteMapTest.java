package countersign.routemap;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.routeproof.RouteProof;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/**
 * The shipped routes are drawn from their source, with zones and controls, and with live counts.
 */
class RouteMapTest {
  private static final Map<String, QueueCount> COUNTS =
      Map.of("lookup", new QueueCount(7, 1), "endorse", new QueueCount(3, 0));
  private final RouteMap map =
      RouteMap.of(RouteProof.of(Path.of("routes"), Set.of("dhs-ice"), Set.of()));

  @Test
  void the_terminal_shows_routes_in_the_order_of_a_file_with_controls_and_counts() {
    StringWriter text = new StringWriter();
    TerminalDrawing.print(map, COUNTS, new PrintWriter(text, true));

    assertThat(text.toString())
        .containsSubsequence(
            "partner        inbox of dhs-ice",
            "|--> to => route arrived",
            "gateway        route arrived",
            "|--> [receive] --> name --> forget --> branch => route request, known or receipt",
            "|--> [open] --> [read]",
            "queue          queue lookup  (7 waiting, 1 parked)",
            "|--> [load] --> [match] --> [redact] --> [draft]",
            "|--> [release]",
            "|--> [seal]",
            "|--> [dispatch] --> keep --> upload => route outbox-PARTNER --> [deliver]",
            "=> outbox of dhs-ice",
            "Cases that wait for reviewers: 3");
  }

  @Test
  void the_svg_is_well_formed_and_has_a_thick_border_for_each_control() throws Exception {
    String svg = SvgDrawing.of(map, COUNTS);
    Files.writeString(Path.of("target/routes.svg"), svg); // for people to look at

    Document parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    assertThat(parsed.getDocumentElement().getTagName()).isEqualTo("svg");
    long controls =
        map.rows().stream()
            .flatMap(row -> row.boxes().stream())
            .filter(RouteRow.Box::control)
            .count();
    assertThat(controls).isGreaterThan(14);
    assertThat(svg.split("stroke-width=\"3\"", -1)).hasSize((int) controls + 2); // the legend
    assertThat(svg).contains("7 waiting, 1 parked", Zone.PARTNER.colour(), "queue DLQ.&gt;");
  }
}
