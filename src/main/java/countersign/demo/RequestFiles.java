package countersign.demo;

import countersign.demo.RequestWriter.Format;
import countersign.request.FileId;
import countersign.request.Request;
import countersign.request.RequestHeader;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Makes request files about the people of a world: the demo's two, and files of any size for tests
 * and measurements. The same people, number and day: the same file. Stateless, thread-safe.
 */
public final class RequestFiles {
  private static final List<Spelling> SPELLINGS = List.of(Spelling.values());
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
  private static final int SPOILT_EVERY = 10;
  private static final List<String> SPOILT_LINES =
      List.of("Failed to Provide", "Unknown Address", "NA NA", "Oak Street", "Travis County Jail");

  private final List<SyntheticPerson> people;
  private final Clock clock;

  /**
   * About these people.
   *
   * @param people as {@link SyntheticPeople} makes them
   * @param clock of the day that files carry
   */
  public RequestFiles(List<SyntheticPerson> people, Clock clock) {
    this.people = List.copyOf(people);
    this.clock = clock;
  }

  /** The id of a file made today. */
  public FileId id(int sequence) {
    return new FileId("DHS-ICE_T_%s_%04d".formatted(DAY.format(today()), sequence));
  }

  /** The header of a file of HOA-001, made now. */
  public RequestHeader header(FileId id, int sequence) {
    return header(
        id,
        sequence,
        new RequestHeader.Requester("HOA-001", "Jordan Example", "Director"),
        new RequestHeader.Attestation("sole-use-1", "HOA-001", today().toString()));
  }

  /**
   * The header of the second file: an assistant director asks, the sole-use statement is another
   * one. It refuses the whole file with A101 and A107.
   */
  public RequestHeader unauthorizedHeader(FileId id, int sequence) {
    return header(
        id,
        sequence,
        new RequestHeader.Requester("HOA-999", "Morgan Example", "Assistant Director"),
        new RequestHeader.Attestation("any-use-1", "HOA-999", today().toString()));
  }

  private RequestHeader header(
      FileId id,
      int sequence,
      RequestHeader.Requester requester,
      RequestHeader.Attestation attestation) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new RequestHeader(
        "countersign/1",
        id.value(),
        "irs-ice-2025",
        "TEST",
        "DHS-ICE",
        (long) sequence,
        now.toString(),
        requester,
        attestation,
        null,
        null);
  }

  /** The demo's forty requests, each with what must become of it. */
  public List<ExpectedOutcome> forty(int sequence) {
    return new DemoRequests(people, sequence, today()).forty();
  }

  /**
   * Writes a file of any size, without holding it: good requests about one person after the other
   * in every spelling, each tenth spoilt by one of the addresses of 2025.
   *
   * @param out takes the plaintext, closed afterwards
   * @param sequence its number
   * @param count requests, 1 to 1,500,000; more than there are people asks again about the first
   */
  public void write(OutputStream out, int sequence, int count, Format format) throws IOException {
    try (RequestWriter writer = new RequestWriter(out, header(id(sequence), sequence), format)) {
      for (int i = 0; i < count; i++) {
        writer.add(request(sequence, i));
      }
    }
  }

  private Request request(int sequence, int index) {
    SyntheticPerson person = people.get(index % people.size());
    int number = sequence * Personas.PER_FILE + index + 1;
    RequestBuilder asking =
        new RequestBuilder(
            person, person.lastKnown(), number, today(), List.of(Personas.officer(index % 40)));
    Request.Address address = spelling(person, index).of(person.lastKnown());
    if (index % SPOILT_EVERY == SPOILT_EVERY - 1) {
      String line = SPOILT_LINES.get(index / SPOILT_EVERY % SPOILT_LINES.size());
      address =
          new Request.Address(line, null, address.city(), address.state(), address.postalCode());
    }
    return asking.address(address).as("R-%06d".formatted(index + 1));
  }

  private static Spelling spelling(SyntheticPerson person, int index) {
    Spelling spelling = SPELLINGS.get(index % SPELLINGS.size());
    return person.lastKnown().line2() == null && spelling == Spelling.ONE_LINE
        ? Spelling.AS_HELD
        : spelling;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
