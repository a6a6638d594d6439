package countersign.delivery;

import countersign.authority.Agreement;
import countersign.request.DocumentJson;
import countersign.request.FileDetail;
import countersign.request.FileId;
import countersign.request.FileState;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Writes an acknowledgement, for the gateway or for an agency's dry run. It streams the requests,
 * so memory does not grow with their number. Stateless.
 *
 * @see <a href="../../../../../docs/exchange.md">exchange profile, section 5</a>
 */
public final class AcknowledgementDocument {
  private AcknowledgementDocument() {}

  /**
   * The part of an acknowledgement about the file as a whole.
   *
   * @param file the file's id; the document has a null id for an unnamed file
   * @param number the acknowledgement's number, from 1
   * @param receivedAt the time of the first pick-up
   * @param answeredAt the time at which the acknowledgement is written
   * @param sealedSha256 SHA-256 of the file as received, hexadecimal; null for a plain file in a
   *     dry run
   * @param state the file's state
   * @param codes the file's own codes
   * @param details the part of a file code that applies
   * @param counts the numbers of its requests
   * @param answerBy the day by which all taken requests are answered; null if nothing was newly
   *     taken
   * @param takes whether requests were newly taken
   */
  public record Head(
      FileId file,
      int number,
      Instant receivedAt,
      Instant answeredAt,
      @Nullable String sealedSha256,
      FileState state,
      List<String> codes,
      List<FileDetail> details,
      Counts counts,
      @Nullable LocalDate answerBy,
      boolean takes) {
    /** Copies the lists. */
    public Head {
      codes = List.copyOf(codes);
      details = List.copyOf(details);
    }
  }

  /**
   * The numbers of requests by their own result, regardless of the file's result.
   *
   * @param all requests that were read
   * @param refused requests with a code of tier REJECT
   * @param held requests that wait for a person
   */
  public record Counts(long all, long refused, long held) {}

  /**
   * A request with codes of its own.
   *
   * @param requestId the partner's id
   * @param codes at least one
   */
  public record Coded(String requestId, List<String> codes) {
    /** Copies the list. */
    public Coded {
      codes = List.copyOf(codes);
    }
  }

  /** A consumer of rows, one at a time. */
  public interface Out<T> {
    /** Writes the next row. */
    void write(T row);
  }

  /** The requests of the file, in its order. */
  public interface Requests {
    /** Passes on the requests in one of the states, REFUSED or HELD, that have codes. */
    void coded(List<String> states, Out<Coded> out);

    /** Passes on the ids of the newly taken requests. */
    void takenNow(Out<String> out);
  }

  /** Writes the document and leaves {@code out} open. */
  public static void write(OutputStream out, Head head, Requests requests) throws IOException {
    try {
      JsonGenerator json = DocumentJson.to(out);
      json.writeStartObject();
      file(json, head);
      lists(json, head, requests);
      taken(json, head, requests);
      json.writeEndObject();
      json.close();
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  private static void file(JsonGenerator json, Head head) {
    json.writeStringProperty("format", "countersign/1");
    if (head.file().isNamed()) {
      json.writeStringProperty("fileId", head.file().value());
    } else {
      json.writeNullProperty("fileId");
    }
    json.writeNumberProperty("number", head.number());
    json.writeStringProperty("receivedAt", head.receivedAt().toString());
    json.writeStringProperty("answeredAt", head.answeredAt().toString());
    json.writeStringProperty("sealedSha256", head.sealedSha256());
    json.writeStringProperty("result", result(head.state()));
    codes(json, "fileCodes", head.codes());
    json.writeArrayPropertyStart("fileDetails");
    for (FileDetail detail : head.details()) {
      json.writeStartObject();
      json.writeStringProperty("code", detail.code().name());
      json.writeStringProperty("detail", detail.detail().name());
      Long line = detail.line();
      if (line != null) {
        json.writeNumberProperty("line", line);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    counts(json, head);
  }

  private static void codes(JsonGenerator json, String name, List<String> codes) {
    json.writeArrayPropertyStart(name);
    for (String code : codes.stream().sorted().distinct().toList()) {
      json.writeString(code);
    }
    json.writeEndArray();
  }

  private static void counts(JsonGenerator json, Head head) {
    boolean refused = head.state() == FileState.REFUSED;
    long all = head.counts().all();
    long refusedRequests = refused ? all : head.counts().refused();
    long rest = all - refusedRequests;
    long held = isHeld(head.state()) ? rest : refused ? 0 : head.counts().held();
    json.writeObjectPropertyStart("counts");
    json.writeNumberProperty("requests", all);
    json.writeNumberProperty("refused", refusedRequests);
    json.writeNumberProperty("held", held);
    json.writeNumberProperty("taken", rest - held);
    json.writeEndObject();
  }

  /** Requests with codes of their own, in the order of the file. */
  private static void lists(JsonGenerator json, Head head, Requests requests) {
    boolean refused = head.state() == FileState.REFUSED;
    json.writeArrayPropertyStart("refused");
    requests.coded(
        refused ? List.of("REFUSED", "HELD") : List.of("REFUSED"), one -> request(json, one));
    json.writeEndArray();
    json.writeArrayPropertyStart("held");
    if (!refused) {
      requests.coded(List.of("HELD"), one -> request(json, one));
    }
    json.writeEndArray();
  }

  private static void request(JsonGenerator json, Coded one) {
    json.writeStartObject();
    json.writeStringProperty("requestId", one.requestId());
    codes(json, "codes", one.codes());
    json.writeEndObject();
  }

  private static void taken(JsonGenerator json, Head head, Requests requests) {
    if (head.takes() && head.number() > 1) {
      json.writeArrayPropertyStart("takenNow");
      requests.takenNow(json::writeString);
      json.writeEndArray();
    }
    LocalDate answerBy = head.answerBy();
    if (head.takes() && answerBy != null) {
      json.writeStringProperty("answerBy", answerBy.toString());
    }
  }

  /** The day of the first release at or after the deadline, in the agreement's time zone. */
  public static LocalDate answerBy(Agreement agreement, Instant answeredAt) {
    Instant deadline = answeredAt.plus(agreement.schedule().answerWithin());
    Instant release = ReleaseTimes.of(agreement).firstFrom(deadline).orElse(deadline);
    return release.atZone(agreement.zone()).toLocalDate();
  }

  private static boolean isHeld(FileState state) {
    return state == FileState.HELD || state == FileState.QUARANTINED;
  }

  private static String result(FileState state) {
    if (state == FileState.REFUSED) {
      return "REFUSED";
    }
    return isHeld(state) ? "HELD" : "ACCEPTED";
  }
}
