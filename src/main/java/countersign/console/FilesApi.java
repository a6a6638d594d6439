package countersign.console;

import countersign.console.DecisionKeys.Signature;
import countersign.console.DecisionKeys.Signed;
import countersign.operations.FileStatus;
import countersign.operations.FileStatuses;
import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.RequestState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calls that list files, show their states and decide about them. */
@RestController
@RequestMapping(path = "/api/v1/files", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Files", description = "Every file and its state, without any data about a taxpayer")
final class FilesApi {
  private static final int MOST = 1000;

  private final FileStatuses files;
  private final DecisionActions deciding;
  private final DecisionKeys keys;

  FilesApi(FileStatuses files, DecisionActions deciding, DecisionKeys keys) {
    this.files = files;
    this.deciding = deciding;
    this.keys = keys;
  }

  @GetMapping
  @Operation(summary = "Lists files; the newest is first, at most 1,000")
  List<FileJson> list(
      @Parameter(description = "Only files in this state") @RequestParam(required = false)
          @Nullable FileState state,
      Authentication who) {
    List<FileStatus> found = files.list(state, MOST);
    Optional<Map<FileId, Map<RequestState, Long>>> exact = exact(found, who);
    return found.stream()
        .map(
            file ->
                FileJson.of(
                    file, exact.map(all -> all.getOrDefault(file.id(), Map.of())).orElse(null)))
        .toList();
  }

  @GetMapping("/{fileId}")
  @Operation(summary = "Shows one file")
  FileJson one(@PathVariable String fileId, Authentication who) {
    FileStatus file =
        PathIds.file(fileId).flatMap(files::byId).orElseThrow(() -> PathIds.unknownFile());
    Optional<Map<FileId, Map<RequestState, Long>>> exact = exact(List.of(file), who);
    return FileJson.of(file, exact.map(all -> all.getOrDefault(file.id(), Map.of())).orElse(null));
  }

  @PostMapping(path = "/{fileId}/take", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary =
          "Takes a held file; 409 if it is not held, a block is in force or it has not been read, 422 without a reason, 403 if the caller's key is not enrolled")
  FileJson take(
      @PathVariable String fileId,
      @RequestBody DecisionJson.Reason reason,
      HttpServletRequest call,
      Authentication who) {
    Signed signed = new Signed(Caller.of(who), Signature.REQUIRED, reason.reason());
    act(call, signed, caller -> deciding.take(fileId, caller, reason.reason()));
    return one(fileId, who);
  }

  @PostMapping(path = "/{fileId}/refuse", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Denies a held file; 409 if it is not held, 422 without a reason")
  FileJson refuse(
      @PathVariable String fileId,
      @RequestBody DecisionJson.Reason reason,
      HttpServletRequest call,
      Authentication who) {
    Signed signed = new Signed(Caller.of(who), Signature.IF_ENROLLED, reason.reason());
    act(call, signed, caller -> deciding.deny(fileId, caller, reason.reason()));
    return one(fileId, who);
  }

  @PostMapping(path = "/{fileId}/judge", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Opens and judges a quarantined file again; 409 if it is not quarantined")
  FileJson judge(
      @PathVariable String fileId,
      @RequestBody DecisionJson.Reason reason,
      HttpServletRequest call,
      Authentication who) {
    Signed signed = new Signed(Caller.of(who), Signature.IF_ENROLLED, reason.reason());
    act(call, signed, caller -> deciding.judgeAgain(fileId, caller, reason.reason()));
    return one(fileId, who);
  }

  @PostMapping(
      path = "/{fileId}/requests/{requestId}/take",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary =
          "Takes a held request of a file that was taken; 409 if the request itself is not held, 403 if the caller's key is not enrolled",
      description = "The gateway looks it up. A further acknowledgement tells the partner.")
  FileJson take(
      @PathVariable String fileId,
      @PathVariable String requestId,
      @RequestBody DecisionJson.Reason reason,
      HttpServletRequest call,
      Authentication who) {
    Signed signed = new Signed(Caller.of(who), Signature.REQUIRED, reason.reason());
    act(call, signed, caller -> deciding.take(fileId, requestId, caller, reason.reason()));
    return one(fileId, who);
  }

  @PostMapping(
      path = "/{fileId}/requests/{requestId}/refuse",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary =
          "Denies a held request of a file that was taken; 409 if the request itself is not held",
      description = "This is final. A further acknowledgement tells the partner.")
  FileJson refuse(
      @PathVariable String fileId,
      @PathVariable String requestId,
      @RequestBody DecisionJson.Reason reason,
      HttpServletRequest call,
      Authentication who) {
    Signed signed = new Signed(Caller.of(who), Signature.IF_ENROLLED, reason.reason());
    act(call, signed, caller -> deciding.deny(fileId, requestId, caller, reason.reason()));
    return one(fileId, who);
  }

  private void act(HttpServletRequest call, Signed signed, Consumer<Caller> decision) {
    keys.act(
        call,
        signed,
        caller -> {
          decision.accept(caller);
          return caller;
        });
  }

  private Optional<Map<FileId, Map<RequestState, Long>>> exact(
      List<FileStatus> found, Authentication who) {
    return Caller.of(who).seesEvidence()
        ? Optional.of(files.exactCounts(found.stream().map(FileStatus::id).toList()))
        : Optional.empty();
  }
}
