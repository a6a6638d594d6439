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
 * An acknowledgement as it is written, whoever judged: the running gateway, or an agency's own
 * developer before anything is sent. However many requests were refused, one at a time is in
 * memory. Stateless.
 *
 * @see <a href="../../../../../docs/exchange.md">exchange profile, section 5</a>
 */
public final class AcknowledgementDocument {
  private AcknowledgementDocument() {}

  /**
   * What it says of the file.
   *
   * @param file the file; an unnamed one has no id in the document
   * @param number 1 for the first
   * @param receivedAt first pick-up
   * @param answeredAt when this is written
   * @param sealedSha256 of the file as received, hexadecimal; null for a plain file that was only
   *     screened
   * @param state where the file stands
   * @param codes the file's own codes
   * @param details which part of a file code applies
   * @param counts its requests
   * @param answerBy the day by which everything taken is answered; null if nothing was newly taken
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
    /** Copies the lists in. */
    public Head {
      codes = List.copyOf(codes);
      details = List.copyOf(details);
    }
  }

  /**
   * How many requests stand where on their own account.
   *
   * @param all that were read
   * @param refused with a code of tier REJECT
   * @param held waiting for a person
   */
  public record Counts(long all, long refused, long held) {}

  /**
   * A request with codes of its own.
   *
   * @param requestId the partner's id
   * @param codes at least one
   */
  public record Coded(String requestId, List<String> codes) {
    /** Copies the list in. */
    public Coded {
      codes = List.copyOf(codes);
    }
  }

  /** Takes one row after the other. */
  public interface Out<T> {
    /** Takes the next. */
    void write(T row);
  }

  /** The requests of the file, in its order. */
  public interface Requests {
    /** Those in one of the states, REFUSED or HELD, that have codes. */
    void coded(List<String> states, Out<Coded> out);

    /** The ids of those that are newly taken. */
    void takenNow(Out<String> out);
  }

  /** Writes it; {@code out} is left open. */
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

  /** The day of the release that follows the deadline, in the agreement's zone. */
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
