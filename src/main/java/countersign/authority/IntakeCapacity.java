package countersign.authority;

import countersign.configuration.Configuration;
import countersign.configuration.DocumentKind;
import countersign.configuration.Section;

/**
 * What this instance keeps and opens at most, whatever an agreement allows; from section {@code
 * intake} of {@code countersign.yaml}.
 *
 * @param maxSealedBytes size of a sealed file that is kept
 * @param maxPlaintextBytes size of its content
 * @param maxExpansionRatio how many times longer the content may be than the sealed file
 */
public record IntakeCapacity(long maxSealedBytes, long maxPlaintextBytes, int maxExpansionRatio) {

  /** As the configuration says. */
  public static IntakeCapacity of(Configuration configuration) {
    Section intake =
        configuration.document(DocumentKind.INSTANCE).orElseThrow().content().section("intake");
    return new IntakeCapacity(
        intake.longNumber("maxSealedBytes"),
        intake.longNumber("maxPlaintextBytes"),
        intake.number("maxExpansionRatio"));
  }
}
