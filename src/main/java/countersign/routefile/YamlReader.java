package countersign.routefile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a route file with the parser that Camel uses. Refuses what two readers may understand
 * differently: several documents, a key twice, anchors, merge keys and tags.
 */
public final class YamlReader {
  private static final int DEEPEST = 40;
  private final String file;
  private final Iterator<Event> events;

  private YamlReader(String file, Iterator<Event> events) {
    this.file = file;
    this.events = events;
  }

  /** The text of a route file. */
  public static String text(String file, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw Refusal.at(new Place(file, 1), "the file is not UTF-8", "Save the file as UTF-8 text.");
    }
  }

  /** The list of entries that a route file is. */
  public static YamlNode read(String file, String text) {
    return read(file, text, text);
  }

  /**
   * One entry of a file.
   *
   * @param text the entry, behind as many empty lines as it has lines above it
   * @param whole the text of the file
   */
  public static YamlNode read(String file, String text, String whole) {
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(file).build();
      return new YamlReader(file, new Parse(settings).parseString(text).iterator()).document();
    } catch (MarkedYamlEngineException e) {
      throw YamlFault.of(file, text, whole, e);
    } catch (YamlEngineException e) {
      throw Refusal.at(
          new Place(file, 1), "the file is not YAML", "Correct the file, or restore it.");
    }
  }

  private YamlNode document() {
    expect(Event.ID.StreamStart);
    Event start = events.next();
    if (start.getEventId() == Event.ID.StreamEnd) {
      return YamlNode.list(new Place(file, 1), List.of());
    }
    YamlNode root = node(events.next(), 0);
    expect(Event.ID.DocumentEnd);
    Event after = events.next();
    if (after.getEventId() != Event.ID.StreamEnd) {
      throw Refusal.at(
          place(after),
          "the file has several YAML documents",
          "Remove the line ---, or move the second document to a file of its own.");
    }
    return root;
  }

  private void expect(Event.ID id) {
    Event found = events.next();
    if (found.getEventId() != id) {
      throw Refusal.at(place(found), "the file is not one YAML document", "Correct the file.");
    }
  }

  private Place place(Event event) {
    return new Place(file, event.getStartMark().map(Mark::getLine).orElse(0) + 1);
  }

  private YamlNode node(Event event, int depth) {
    Place place = place(event);
    assertPlain(event, place);
    if (depth > DEEPEST) {
      throw Refusal.at(place, "the file is nested too deeply", "Correct the indentation.");
    }
    return switch (event.getEventId()) {
      case Scalar -> YamlNode.text(place, ((ScalarEvent) event).getValue());
      case SequenceStart -> list(place, depth);
      case MappingStart -> mapping(place, depth);
      default -> throw Refusal.at(place, "the file is not one YAML document", "Correct the file.");
    };
  }

  /** Anchors, aliases and tags would let the reader of a line see another text than Camel. */
  private static void assertPlain(Event event, Place place) {
    boolean anchored = event instanceof NodeEvent node && node.getAnchor().isPresent();
    boolean tagged =
        (event instanceof CollectionStartEvent start && start.getTag().isPresent())
            || (event instanceof ScalarEvent scalar && scalar.getTag().isPresent());
    if (anchored || tagged) {
      throw Refusal.at(
          place,
          "the proof does not read YAML anchors, aliases and tags (&, *, !)",
          "Write the value at each place where it is used.");
    }
  }

  private YamlNode list(Place place, int depth) {
    List<YamlNode> items = new ArrayList<>();
    Event next = events.next();
    while (next.getEventId() != Event.ID.SequenceEnd) {
      items.add(node(next, depth + 1));
      next = events.next();
    }
    return YamlNode.list(place, items);
  }

  private YamlNode mapping(Place place, int depth) {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    Event next = events.next();
    while (next.getEventId() != Event.ID.MappingEnd) {
      YamlNode key = node(next, depth + 1);
      String name = key.asText("a key");
      if (name.equals("<<")) {
        throw Refusal.at(
            key.place(),
            "the proof does not read the YAML merge key <<",
            "Write the keys at each place where they are used.");
      }
      YamlNode value = node(events.next(), depth + 1);
      YamlNode first = entries.putIfAbsent(name, value);
      if (first != null) {
        throw Refusal.at(
            key.place(),
            "the key %s stands here twice; the first is in line %d"
                .formatted(name, first.place().line()),
            "Remove one of the two.");
      }
      next = events.next();
    }
    return YamlNode.mapping(place, entries);
  }
}
