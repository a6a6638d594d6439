package countersign.casework;

import countersign.console.ApiException;
import countersign.console.ConsoleRefusal;
import countersign.console.Page;
import countersign.reviewdesk.KeptTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps what a person writes into the form of a decision, while the person writes it. */
@Page
final class KeptTextPage {
  private final KeptTexts texts;

  KeptTextPage(KeptTexts texts) {
    this.texts = texts;
  }

  @PostMapping("/kept")
  String keep(
      @RequestParam(required = false) @Nullable String keptAs,
      @RequestParam(required = false) @Nullable String reason,
      Authentication who) {
    String text = reason == null ? "" : reason;
    if (keptAs == null || !KeptTexts.canKeep(keptAs, text)) {
      throw ApiException.of(ConsoleRefusal.C400_MALFORMED, "Nothing was kept.");
    }
    texts.keep(keptAs, who.getName(), text);
    return "console/parts :: kept";
  }
}
