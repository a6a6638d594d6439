package countersign.console;

import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that explains the console's terms; it needs no sign-in. */
@Page
final class GlossaryPage {
  private final List<Glossary.Entry> entries = Glossary.entries();

  @GetMapping("/glossary")
  String show(Model model) {
    model.addAttribute("entries", entries);
    return "console/glossary";
  }
}
