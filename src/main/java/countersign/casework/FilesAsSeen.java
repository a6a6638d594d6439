package countersign.casework;

import countersign.console.Caller;
import countersign.operations.FileStatus;
import countersign.operations.FileStatuses;
import countersign.operations.ObservableState;
import countersign.operations.Outgoing;
import countersign.operations.RequestStatus;
import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.reviewdesk.ControlCases;
import countersign.reviewdesk.ControlCases.Shown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The statuses of files as the signed-in person sees them. For a reviewer a control case is one
 * more request of its file, or the numbers and lists would tell it from a request; everybody else
 * sees requests only. Stateless.
 */
final class FilesAsSeen implements FileStatuses {
  private final FileStatuses files;
  private final ControlCases controls;

  FilesAsSeen(FileStatuses files, ControlCases controls) {
    this.files = files;
    this.controls = controls;
  }

  private static boolean seesControls() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null && who.isAuthenticated() && ControlCases.isFor(Caller.of(who).reviewer());
  }

  private Map<FileId, List<Shown>> controls(Collection<FileId> of) {
    return seesControls() && !of.isEmpty() ? controls.in(of) : Map.of();
  }

  @Override
  public List<FileStatus> list(@Nullable FileState state, int max) {
    List<FileStatus> found = files.list(state, max);
    Map<FileId, List<Shown>> shown = controls(found.stream().map(FileStatus::id).toList());
    return found.stream()
        .map(file -> with(file, shown.getOrDefault(file.id(), List.of())))
        .toList();
  }

  @Override
  public Optional<FileStatus> byId(FileId id) {
    return files
        .byId(id)
        .map(file -> with(file, controls(List.of(id)).getOrDefault(id, List.of())));
  }

  private FileStatus with(FileStatus file, List<Shown> shown) {
    if (shown.isEmpty()) {
      return file;
    }
    Map<ObservableState, Long> counts = new EnumMap<>(file.counts());
    shown.forEach(one -> counts.merge(observable(one), 1L, Long::sum));
    return new FileStatus(
        file.id(),
        file.partner(),
        file.state(),
        file.sizeBytes(),
        file.requests() + shown.size(),
        counts,
        file.codes(),
        file.times());
  }

  /** A control case is answered when the request that it is like is. */
  private ObservableState observable(Shown one) {
    return files
        .request(one.like())
        .map(RequestStatus::state)
        .filter(ObservableState.ANSWERED::equals)
        .orElse(ObservableState.TAKEN);
  }

  @Override
  public Map<FileId, Map<RequestState, Long>> exactCounts(Collection<FileId> of) {
    Map<FileId, Map<RequestState, Long>> exact = new HashMap<>(files.exactCounts(of));
    controls(of)
        .forEach(
            (file, shown) -> {
              Map<RequestState, Long> counts = new EnumMap<>(RequestState.class);
              counts.putAll(exact.getOrDefault(file, Map.of()));
              shown.forEach(one -> counts.merge(one.state(), 1L, Long::sum));
              exact.put(file, counts);
            });
    return exact;
  }

  @Override
  public Optional<RequestStatus> request(RequestKey key) {
    Optional<RequestStatus> found = files.request(key);
    return found.isPresent() || !seesControls() ? found : controls.shown(key).map(this::status);
  }

  private RequestStatus status(Shown one) {
    return new RequestStatus(one.key(), observable(one), List.of());
  }

  /** Control cases come after the requests, with the numbers that follow. */
  @Override
  public List<RequestStatus> requests(FileId file, int from, int max) {
    List<RequestStatus> requests = new ArrayList<>(files.requests(file, from, max));
    List<Shown> shown = controls(List.of(file)).getOrDefault(file, List.of());
    int last = shown.isEmpty() ? 0 : files.byId(file).map(FileStatus::requests).orElse(0);
    for (int i = 0; i < shown.size() && requests.size() < max; i++) {
      if (last + 1 + i >= from) {
        requests.add(status(shown.get(i)));
      }
    }
    return requests;
  }

  @Override
  public Optional<String> ruleSet(FileId id) {
    return files.ruleSet(id);
  }

  @Override
  public Optional<String> agreement(FileId id) {
    return files.agreement(id);
  }

  @Override
  public List<String> conditions(RequestKey key) {
    return files.conditions(key);
  }

  @Override
  public Optional<List<String>> rulesApplied(FileId id) {
    return files.rulesApplied(id);
  }

  @Override
  public List<Outgoing> outgoing(FileId file) {
    return files.outgoing(file);
  }

  @Override
  public List<Waiting> waiting(FileId file) {
    return files.waiting(file);
  }

  @Override
  public Map<FileState, Long> byState() {
    return files.byState();
  }
}
