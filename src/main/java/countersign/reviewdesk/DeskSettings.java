package countersign.reviewdesk;

import java.time.Duration;

/**
 * Settings of the reviewers' desk, from section {@code review} of {@code countersign.yaml}.
 *
 * @param lease time after which a claim ends if its holder does not work on the case
 * @param openClaims largest number of cases that a person claims at the same time
 * @param samePairInARow number of cases in a row that the same two people sign; then a third person
 *     takes the next one, if one is present
 * @param presentWithin time for which a countersigner counts as present after the last visit
 * @param controlCasesPerThousand number of control cases for a thousand drafts; 0 for none
 */
public record DeskSettings(
    Duration lease,
    int openClaims,
    int samePairInARow,
    Duration presentWithin,
    int controlCasesPerThousand) {}
