package countersign.administration;

import countersign.accounts.AccessRecord;
import countersign.console.ApiException;
import countersign.console.Page;
import countersign.console.Timestamps;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page that lists who signed in from where and who saw what. */
@Page
@RequestMapping("/access")
final class AccessPage {
  private final AccessRecord record;
  private final Clock clock;

  AccessPage(AccessRecord record, Clock clock) {
    this.record = record;
    this.clock = clock;
  }

  /**
   * The content of the page.
   *
   * @param next number below which the next page begins; 0 if this is the last page
   */
  record Listed(List<ListedEntry> entries, long next) {}

  /**
   * An entry.
   *
   * @param words what happened, in words
   */
  record ListedEntry(String account, String source, String words, String subject, Timestamps at) {}

  @GetMapping
  String show(AccessJson.Asked asked, Model model, HttpServletResponse response) {
    model.addAttribute("asked", asked);
    try {
      List<AccessRecord.Entry> found = record.entries(asked.filter(), AccessJson.MOST + 1);
      List<AccessRecord.Entry> shown = found.stream().limit(AccessJson.MOST).toList();
      long next = found.size() > AccessJson.MOST ? shown.get(shown.size() - 1).id() : 0;
      model.addAttribute("page", new Listed(shown.stream().map(this::row).toList(), next));
    } catch (ApiException exception) {
      response.setStatus(exception.status().value());
      model.addAttribute("fault", exception);
      model.addAttribute("page", new Listed(List.of(), 0));
    }
    return "console/access";
  }

  private ListedEntry row(AccessRecord.Entry entry) {
    return new ListedEntry(
        entry.account(),
        entry.source(),
        words(entry),
        entry.subject(),
        Timestamps.at(entry.at(), clock));
  }

  private static String words(AccessRecord.Entry entry) {
    return switch (entry.kind()) {
      case SIGN_IN -> entry.what().equals("CALL") ? "signed in by a call" : "signed in";
      case SIGN_IN_FAILED ->
          entry.times() == 1
              ? "failed to sign in"
              : "failed to sign in %d times in a minute".formatted(entry.times());
      case LOCK -> "password locked for 15 minutes";
      case VIEW -> "saw: " + entry.what().toLowerCase(Locale.ROOT);
    };
  }
}
