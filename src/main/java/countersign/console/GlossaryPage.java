package countersign.console;

import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the words of the console mean; open to people who have not signed in. */
@Page
final class GlossaryPage {
  private final List<Glossary.Entry> entries = Glossary.entries();

  @GetMapping("/glossary")
  String show(Model model) {
    model.addAttribute("entries", entries);
    return "console/glossary";
  }
}
