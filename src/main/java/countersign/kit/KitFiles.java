package countersign.kit;

import countersign.demo.RequestFiles;
import countersign.demo.RequestWriter;
import countersign.demo.RequestWriter.Format;
import countersign.demo.SyntheticPeople;
import countersign.demo.SyntheticPerson;
import countersign.partnertool.FileTrailer;
import countersign.request.FileId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the files of a kit. Every person is in one file only. The same seed, day and first number
 * give the same plaintexts and answers. Not thread-safe.
 */
final class KitFiles {
  /** Number of people who are known to the records, as in the demo. */
  static final int PEOPLE = 2_000;

  private static final int OFFICERS = 40;
  private static final int FIRST_OFFICER = 401;
  private static final JsonMapper JSON = new JsonMapper();

  private final List<SyntheticPerson> people;
  private final Instant at;
  private final KitKeys keys;
  private final List<KitFile> files = new ArrayList<>();
  private int nextNumber;
  private int nextPerson;

  private KitFiles(List<SyntheticPerson> people, Instant at, KitKeys keys, int first) {
    this.people = people;
    this.at = at;
    this.keys = keys;
    this.nextNumber = first;
  }

  /**
   * Makes every file, in the order of sending.
   *
   * @param at time at which the files are created and signed
   * @param first sequence number of the first file
   */
  static List<KitFile> make(long seed, Instant at, KitKeys keys, int first) throws IOException {
    return make(SyntheticPeople.make(PEOPLE, seed), at, keys, first, any -> true);
  }

  /** Makes those files whose case is wanted, about these people. */
  static List<KitFile> make(
      List<SyntheticPerson> people, Instant at, KitKeys keys, int first, Predicate<KitCase> wanted)
      throws IOException {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    List<KitCase> cases = new ArrayList<>(GoodFiles.all());
    cases.addAll(GoodFiles.envelopes());
    cases.addAll(FaultyFiles.reading());
    cases.addAll(FaultyFiles.headers(day));
    cases.addAll(FaultyRequests.all(day));
    cases.addAll(FaultyFiles.history());
    cases.removeIf(wanted.negate());
    KitFiles kit = new KitFiles(people, at, keys, first);
    for (KitCase one : cases) {
      kit.add(one);
    }
    return kit.files;
  }

  private void add(KitCase one) throws IOException {
    if (one.isAfterAGap()) {
      nextNumber++;
    }
    List<SyntheticPerson> about = people.subList(nextPerson, nextPerson + one.requests());
    nextPerson += one.requests();
    RequestFiles requests =
        new RequestFiles(one.requests() == 0 ? people : about, Clock.fixed(at, ZoneOffset.UTC));
    FileId id = requests.id(nextNumber);
    List<ObjectNode> records = new ArrayList<>();
    byte[] plain = one.changedWhole(plain(one, requests, id, records));
    byte[] sealed = one.isRepeated() ? files.get(0).sealed() : one.envelope().seal(plain, keys, at);
    String name = one.nameOf(id.value() + one.format().suffix());
    KitAnswer answer = new KitAnswer(one, id, at, records);
    boolean named = !name.isEmpty() && name.startsWith(id.value() + ".");
    boolean sealable = named && !one.isRepeated() && !one.envelope().isFaulty();
    files.add(
        new KitFile(
            files.size() + 1,
            one,
            name,
            sealable ? plain : null,
            sealed,
            answer.acknowledgement(),
            answer.responses(about)));
    if (named) {
      nextNumber++;
    }
  }

  /**
   * Writes the text with a correct trailer.
   *
   * @param records receives the records that the text has
   */
  private byte[] plain(KitCase one, RequestFiles requests, FileId id, List<ObjectNode> records)
      throws IOException {
    ByteArrayOutputStream valid = new ByteArrayOutputStream();
    int number = nextNumber;
    try (RequestWriter writer =
        new RequestWriter(valid, requests.header(id, number), one.format())) {
      for (int index = 0; index < one.requests(); index++) {
        int officer = one.requests() > OFFICERS ? index : number;
        writer.add(requests.valid(number, index, officer % OFFICERS));
      }
    }
    String text = valid.toString(StandardCharsets.UTF_8);
    boolean csv = one.format() == Format.CSV;
    if (!csv) {
      List<String> lines = text.lines().toList();
      lines.subList(0, lines.size() - 1).forEach(line -> records.add(tree(line)));
      one.change(records);
      text = records.stream().map(Object::toString).collect(Collectors.joining("\n", "", "\n"));
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    FileTrailer.complete(
        new ByteArrayInputStream(one.changedLines(text).getBytes(StandardCharsets.UTF_8)),
        whole,
        csv,
        (line, fault) -> {
          // A faulty line is what the case shows.
        });
    return whole.toByteArray();
  }

  /** The officer of every request of the file with this number, unless the file is large. */
  static String officer(int number) {
    return "OFF-%04d".formatted(FIRST_OFFICER + number % OFFICERS);
  }

  private static ObjectNode tree(String line) {
    return (ObjectNode) JSON.readTree(line);
  }
}
