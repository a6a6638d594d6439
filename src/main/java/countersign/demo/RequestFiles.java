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
 * Creates request files about the people of a world: the two demo files, and files of any size for
 * tests and measurements. The same people, sequence number and day give the same file. Stateless,
 * thread-safe.
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
   * Creates files about these people.
   *
   * @param people people from {@link SyntheticPeople}
   * @param clock gives the date of the files
   */
  public RequestFiles(List<SyntheticPerson> people, Clock clock) {
    this.people = List.copyOf(people);
    this.clock = clock;
  }

  /** The id of a file created today. */
  public FileId id(int sequence) {
    return new FileId("DHS-ICE_T_%s_%04d".formatted(DAY.format(today()), sequence));
  }

  /** The header of a file of HOA-001, created now. */
  public RequestHeader header(FileId id, int sequence) {
    return header(
        id,
        sequence,
        new RequestHeader.Requester("HOA-001", "Jordan Example", "Director"),
        new RequestHeader.Attestation("sole-use-1", "HOA-001", today().toString()));
  }

  /**
   * The header of the second file: an assistant director asks, and the sole-use statement is a
   * wrong one. The whole file is refused with A101 and A107.
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

  /** The demo's forty requests with their expected outcomes. */
  public List<ExpectedOutcome> forty(int sequence) {
    return new DemoRequests(people, sequence, today()).forty();
  }

  /**
   * Streams a file of any size: valid requests about one person after the other in every spelling;
   * every tenth has one of the faulty addresses of the 2025 exchange.
   *
   * @param out receives the plaintext; closed afterwards
   * @param sequence sequence number of the file
   * @param count number of requests, 1 to 1,500,000; if there are fewer people, it starts again
   *     with the first
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
    RequestBuilder request =
        new RequestBuilder(
            person, person.lastKnown(), number, today(), List.of(Personas.officer(index % 40)));
    Request.Address address = spelling(person, index).of(person.lastKnown());
    if (index % SPOILT_EVERY == SPOILT_EVERY - 1) {
      String line = SPOILT_LINES.get(index / SPOILT_EVERY % SPOILT_LINES.size());
      address =
          new Request.Address(line, null, address.city(), address.state(), address.postalCode());
    }
    return request.address(address).as("R-%06d".formatted(index + 1));
  }

  /**
   * A valid request about one person, at the address of the records.
   *
   * @param sequence number of the file
   * @param index position in the file, from 0; also the person's position
   * @param officer the officer's position, 0 to 39
   */
  public Request valid(int sequence, int index, int officer) {
    SyntheticPerson person = people.get(index % people.size());
    return new RequestBuilder(
            person,
            person.lastKnown(),
            sequence * Personas.PER_FILE + index + 1,
            today(),
            List.of(Personas.officer(officer)))
        .as("R-%06d".formatted(index + 1));
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
