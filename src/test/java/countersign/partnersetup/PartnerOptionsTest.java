package countersign.partnersetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
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
  void a_closed_terminal_leaves_everything_missing() {
    PartnerOptions options = new PartnerOptions();

    options.ask(question -> null);

    assertThat(options.missing()).hasSize(6);
  }
}
