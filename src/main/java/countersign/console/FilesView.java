package countersign.console;

import countersign.operations.FileStatus;
import countersign.operations.FileStatuses;
import countersign.operations.Outgoing;
import countersign.operations.RequestStatus;
import countersign.request.FileId;
import countersign.request.FileState;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the pages of files show, in words. Stateless. */
final class FilesView {
  private static final int MOST = 200;
  private static final int REQUESTS = 100;

  private final FileStatuses files;
  private final Clock clock;

  FilesView(FileStatuses files, Clock clock) {
    this.files = files;
    this.clock = clock;
  }

  /**
   * The list of files.
   *
   * @param states number of files by state
   * @param chosen state of the listed files; null if the list has files of every state
   * @param files listed files, newest first
   * @param cut whether more files exist than the list shows
   */
  record FileList(
      Map<FileState, Long> states,
      @Nullable FileState chosen,
      List<ListedFile> files,
      boolean cut) {}

  /** A file in the list. */
  record ListedFile(
      String id,
      String partner,
      FileState state,
      Map<String, Long> counts,
      List<String> codes,
      Timestamps received,
      @Nullable Timestamps answered) {}

  /**
   * A file with all its details.
   *
   * @param file summary, as in the list
   * @param means explanation of the state
   * @param bytes size as received, in bytes
   * @param points points of processing and the time at which the file reached each
   * @param waiting work that waits for this file
   * @param outgoing acknowledgements and responses of this file
   * @param requests one page of the file's requests
   * @param from number of the first request on this page
   * @param next number of the first request on the next page; 0 on the last page
   */
  record OneView(
      ListedFile file,
      String means,
      long bytes,
      List<Point> points,
      List<FileStatuses.Waiting> waiting,
      List<Out> outgoing,
      List<RequestStatus> requests,
      int from,
      int next) {}

  /** A point of processing; the time is null if the file has not reached it. */
  record Point(String what, @Nullable Timestamps at) {}

  /** An acknowledgement or response. */
  record Out(
      String id,
      String kind,
      String state,
      Timestamps made,
      @Nullable Timestamps delivered,
      @Nullable String sha256) {}

  /** The page that lists files. */
  FileList list(@Nullable FileState chosen) {
    List<FileStatus> found = files.list(chosen, MOST + 1);
    List<ListedFile> rows = found.stream().limit(MOST).map(this::row).toList();
    return new FileList(files.byState(), chosen, rows, found.size() > MOST);
  }

  /** The page of one file, with its requests from this number on. */
  OneView one(FileStatus file, int from) {
    FileId id = file.id();
    List<RequestStatus> requests = files.requests(id, from, REQUESTS);
    return new OneView(
        row(file),
        means(file.state()),
        file.sizeBytes(),
        points(file.times()),
        files.waiting(id),
        files.outgoing(id).stream().map(this::out).toList(),
        requests,
        from,
        from + requests.size() <= file.requests() ? from + requests.size() : 0);
  }

  private ListedFile row(FileStatus file) {
    return new ListedFile(
        file.id().value(),
        file.partner(),
        file.state(),
        FileJson.counts(file, null),
        file.codes(),
        Timestamps.at(file.times().receivedAt(), clock),
        Timestamps.of(file.times().answeredAt(), clock));
  }

  private List<Point> points(FileStatus.Times times) {
    boolean again = isAfter(times.judgedAt(), times.acknowledgedAt());
    List<Point> points = new ArrayList<>();
    points.add(point("Received: the sealed file is stored", times.receivedAt()));
    if (!again) {
      points.add(point("Judged: the result is stored", times.judgedAt()));
    }
    points.add(
        point("Acknowledged: the partner can fetch the acknowledgement", times.acknowledgedAt()));
    points.add(point("Moved out of the inbox", times.movedAt()));
    if (again) {
      points.add(point("Judged or decided again: the last result is stored", times.judgedAt()));
    }
    points.add(point("Answered: the last response is delivered", times.answeredAt()));
    return List.copyOf(points);
  }

  private Point point(String what, @Nullable Instant at) {
    return new Point(what, Timestamps.of(at, clock));
  }

  private static boolean isAfter(@Nullable Instant one, @Nullable Instant other) {
    return one != null && other != null && one.isAfter(other);
  }

  private Out out(Outgoing out) {
    return new Out(
        out.id(),
        out.acknowledgement() ? "Acknowledgement" : "Response",
        out.state().name().toLowerCase(Locale.ROOT),
        Timestamps.at(out.madeAt(), clock),
        Timestamps.of(out.deliveredAt(), clock),
        out.sealedSha256());
  }

  private static String means(FileState state) {
    return switch (state) {
      case RECEIVED -> "The sealed file is stored. The rules have not been applied yet.";
      case HELD ->
          "The file waits for a person's decision, for a missing earlier file or for the end of a block. Nothing is looked up.";
      case QUARANTINED ->
          "The gateway could not judge the file and tries again. Nothing is processed until then. An operator can have the file judged at once.";
      case REFUSED ->
          "The whole file was rejected or denied. The partner has to correct it and send it under the next number.";
      case IN_PROGRESS -> "The file was taken. Each request is rejected, held or being processed.";
      case ANSWERED -> "Every request is answered and every answer is delivered.";
      case FILED -> "An officer's receipt or disposition was accepted.";
    };
  }
}
