package countersign.console;

import countersign.intake.HeldDecisions;
import countersign.operations.FileStatus;
import countersign.operations.FileStatuses;
import countersign.request.FileState;
import countersign.reviewdesk.KeptTexts;
import java.time.Clock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages that list files and show their states. */
@Page
@RequestMapping("/files")
final class FilesPage {

  private final FileStatuses files;
  private final HeldDecisions heldFiles;
  private final KeptTexts texts;
  private final FilesView view;

  FilesPage(FileStatuses files, HeldDecisions heldFiles, KeptTexts texts, Clock clock) {
    this.texts = texts;
    this.files = files;
    this.heldFiles = heldFiles;
    this.view = new FilesView(files, clock);
  }

  @GetMapping
  String list(@RequestParam(required = false) @Nullable String state, Model model) {
    FileState chosen =
        Arrays.stream(FileState.values())
            .filter(each -> each.name().equals(state))
            .findFirst()
            .orElse(null);
    model.addAttribute("page", view.list(chosen));
    return "console/files";
  }

  @GetMapping("/{fileId}")
  String one(
      @PathVariable String fileId,
      @RequestParam(defaultValue = "1") int from,
      Model model,
      Authentication who) {
    FileStatus file = PathIds.file(fileId).flatMap(files::byId).orElseThrow(PathIds::unknownFile);
    model.addAttribute("page", view.one(file, Math.max(1, from)));
    FileDecisions.offer(model, file, heldFiles.obstacleToTaking(file.id()), Caller.of(who));
    model.addAttribute("kept", texts.below("/files/" + fileId + "/", who.getName()));
    return "console/file";
  }
}
