package countersign.partnersetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What {@code new partner} asks at a terminal. */
class PartnerOptionsTest {

  @Test
  void only_what_no_option_names_is_asked_and_an_empty_answer_ends_a_list() {
    CommandLine command = new CommandLine(CommandLine.Model.CommandSpec.create());
    PartnerOptions options = new PartnerOptions();
    command.addMixin("partner", options);
    command.parseArgs("dhs-hsi", "--host", "sftp.example", "--officer", "OFF-1,Dallas,Kim");
    Deque<String> answers =
        new ArrayDeque<>(List.of("DHS-HSI", " gateway ", "HOA-2,Director,Jo", "HOA-3,IG,Al", ""));

    options.ask(question -> answers.removeFirst());

    assertThat(answers).isEmpty();
    assertThat(options.missing()).isEmpty();
    NewPartner partner = options.partner(command);
    assertThat(partner.agency()).isEqualTo("DHS-HSI");
    assertThat(partner.server().user()).isEqualTo("gateway");
    assertThat(partner.officials())
        .extracting(NewPartner.Member::id)
        .containsExactly("HOA-2", "HOA-3");
  }

  @Test
  void what_is_needed_is_asked_again_until_it_is_answered() {
    PartnerOptions options = new PartnerOptions();
    Deque<String> answers =
        new ArrayDeque<>(
            List.of(
                "dhs-hsi",
                "",
                "DHS-HSI",
                "sftp.example",
                "gw",
                "",
                "Jo",
                "HOA-2,Director,Jo",
                "",
                "OFF-1,Dallas,Kim",
                ""));
    List<String> questions = new ArrayList<>();

    options.ask(
        question -> {
          questions.add(question);
          return answers.removeFirst();
        });

    assertThat(answers).isEmpty();
    assertThat(options.missing()).isEmpty();
    assertThat(questions.get(2)).startsWith("This is needed. Agency");
    assertThat(questions.subList(5, 9))
        .containsExactly(
            "Official who may send requests: ID,TITLE,NAME",
            "Three parts with commas between them are needed. Official who may send requests: ID,TITLE,NAME",
            "Three parts with commas between them are needed. Official who may send requests: ID,TITLE,NAME",
            "Official who may send requests: ID,TITLE,NAME (empty: no more)");
  }

  @Test
  void a_closed_terminal_leaves_everything_missing() {
    PartnerOptions options = new PartnerOptions();

    options.ask(question -> null);

    assertThat(options.missing()).hasSize(6);
  }
}
