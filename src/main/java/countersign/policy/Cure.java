package countersign.policy;

import static countersign.request.ReasonCode.*;

import countersign.request.ReasonCode;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the requester can do about a code, in one sentence; never reveals data from the records. */
public final class Cure {
  /** A table and not a method, so that the compiler asks for the sentence of a new code. */
  private static final Map<ReasonCode, String> BY_CODE =
      Arrays.stream(ReasonCode.values())
          .collect(
              Collectors.toMap(
                  code -> code,
                  code ->
                      switch (code) {
                        case F101_NOT_ENCRYPTED_OR_DECRYPT_FAILED ->
                            "Sign the file, encrypt it to the gateway's published key as `seal` does, and send the whole file.";
                        case F102_SIGNATURE_INVALID ->
                            "Sign the file once, with the key registered for the requester, shortly before you send it.";
                        case F103_FILENAME ->
                            "Make the file name agree with fileId, agency, environment, sequence and createdAt.";
                        case F104_DUPLICATE_FILE ->
                            "Send new content under the next sequence number.";
                        case F105_SEQUENCE_GAP -> "Send the file with the missing sequence number.";
                        case F106_COUNT_MISMATCH ->
                            "Count the requests and the different subjects again and correct the trailer.";
                        case F107_HASH_MISMATCH ->
                            "Compute caseHashTotal again, and bodySha256 over every byte before the trailer.";
                        case F108_HEADER_TRAILER_MISSING ->
                            "Write one header first and one trailer last.";
                        case F109_SCHEMA ->
                            "Follow docs/schema/: only known fields with their types, and no control characters.";
                        case F110_TEST_IN_PROD ->
                            "Write one environment in the file id and in the header, and send the file to the gateway of that environment.";
                        case F111_REAL_LOOKING_IN_TEST ->
                            "In a test file use only numbers of the synthetic range (9xx, 4th and 5th digits 40-49, 66-69 or 89).";
                        case F112_THREAT_SCAN ->
                            "Keep each line under 64 KiB and the file within the limits of the agreement.";
                        case F113_LARGE_VOLUME, F114_CAP_EXCEEDED ->
                            "Request fewer people in one file, or wait for a person to decide.";
                        case F115_UNCURED_RESUBMISSION ->
                            "Name the rejected file in resubmissionOf, and write in cured of each request what you changed.";
                        case F120_NOT_JUDGED ->
                            "Wait. The operators of the gateway take care of it.";
                        case A100_DISCLOSURE_DISABLED,
                            A103_SAFEGUARDS_NOT_MET,
                            A104_COURT_ORDER_IN_FORCE,
                            A110_COUNSEL_REFUSED,
                            A111_RULE_CHANGE_UNJUSTIFIED,
                            A112_HOLD_REFUSED,
                            A113_HOLD_LAPSED ->
                            "No change to the file can correct this. Counsel of the disclosing agency decides.";
                        case A101_REQUESTER_NOT_AUTHORIZED ->
                            "Use a registered official as requester.registerId, and sign with the key of that official.";
                        case A102_DELEGATION_INVALID ->
                            "Name in delegation an approved and valid instrument of this delegate.";
                        case A105_STATUTE_NOT_CRIMINAL_NONTAX ->
                            "Cite exactly a paragraph that the agreement lists, with no part more and no part less.";
                        case A106_CIVIL_PURPOSE ->
                            "State PREPARATION, INVESTIGATION or GRAND_JURY as the purpose, if that is true.";
                        case A107_ATTESTATION ->
                            "Let the requester sign the current sole-use statement of the agreement again.";
                        case A108_OUT_OF_SCOPE_NEEDS_COURT_ORDER -> "Request MAILING_ADDRESS only.";
                        case A109_AGREEMENT_NOT_IN_FORCE ->
                            "Name an agreement that is in force for your agency and environment.";
                        case A116_PURPOSE_TEXT_REVIEW ->
                            "Leave the request out if its purpose is civil. Otherwise wait until a person has read the reason.";
                        case A117_AGREEMENT_CONDITION ->
                            "Leave out requests that the conditions of the agreement do not allow.";
                        case A118_AGREEMENT_CONDITION_REVIEW ->
                            "State every field that the conditions of the agreement use, or wait for a person to decide.";
                        case R201_NAME_MISSING, R221_NAME_PLACEHOLDER ->
                            "State the person's given name and surname.";
                        case R202_ADDRESS_MISSING,
                            R203_ADDRESS_INCOMPLETE,
                            R204_ADDRESS_PLACEHOLDER,
                            R207_ZIP_ONLY ->
                            "State street and number, box or route, and city. Leave the request out if you do not know them.";
                        case R206_ADDRESS_DOUBTFUL ->
                            "Write the street with its suffix, such as 12 Oak St, or wait for a person to decide.";
                        case R205_FACILITY_NO_LOCATOR, R215_IN_CUSTODY_REVIEW ->
                            "State the taxpayer's own address. An institution's address with street and number waits for a person.";
                        case R208_STATE_ZIP_INVALID ->
                            "State a two-letter state and a ZIP code of that state.";
                        case R209_TAX_PERIOD ->
                            "List the years, no more than the agreement allows.";
                        case R210_STATUTE_MISSING ->
                            "Cite the statute, such as 8 USC 1253(a)(1)(A).";
                        case R211_REASON_MISSING, R212_REASON_BOILERPLATE ->
                            "Write why this person's address matters in this case, and mention the case number.";
                        case R213_OFFICER_MISSING ->
                            "Name an officer who is personally and directly engaged.";
                        case R214_OFFICER_NOT_ELIGIBLE, R219_OFFICER_IMPLAUSIBLE ->
                            "Name only registered investigators of your agency who work on the case.";
                        case R216_RECURRING_ADDRESS, R218_OFFICER_LOAD, R224_REPEATED_SUBJECT ->
                            "Check that the request is correct, and wait for a person to decide.";
                        case R217_CASE_NUMBER_REUSED -> "Give each subject its own case number.";
                        case R220_NO_ACTIVE_CRIMINAL_CASE ->
                            "State an open criminal case: number, opening day, office, and that it is an active investigation.";
                        case R222_DUPLICATE_SUBJECT -> "Request each person once.";
                        case R223_NO_SECOND_IDENTIFIER -> "State tin or birthDate.";
                        case R230_FINAL_ORDER_DATE, R231_NINETY_DAYS_NOT_ELAPSED ->
                            "State when the removal order became final, and request when the days that the rules require have passed.";
                        case R232_ORDER_NOT_FINAL ->
                            "Wait until the review has ended and no stay is in force.";
                        case R233_NOT_1227A_CLASS ->
                            "State the class of 8 USC 1227(a) on which the removal order is based.";
                        case R234_PROTECTED_STATUS ->
                            "Leave the request out, or wait for a person to decide.";
                        case R235_STATUS_NOT_STATED ->
                            "State protectedStatus; write NONE if there is none.";
                        case R236_ORDER_NUMBER ->
                            "State the number of the removal order (A and 8 or 9 digits) and its issuer.";
                        case R237_ELEMENTS_NOT_STATED ->
                            "State in facts what the cited paragraph requires.";
                        case M300_TIN_FORMAT ->
                            "State nine digits without punctuation and tin.type SSN or ITIN, or leave tin out.";
                        case M301_NO_RECORD_TIN,
                            M302_NAME_CONTROL_MISMATCH,
                            M303_ADDRESS_NOT_OF_TAXPAYER,
                            M304_AMBIGUOUS,
                            M305_NO_MATCH,
                            M306_FUZZY_ONLY,
                            M307_OUTSIDE_PERIOD,
                            M399_NOT_DISCLOSED,
                            D401_IMPAIRMENT,
                            D403_APPROVER_REFUSED,
                            D404_SAME_APPROVER,
                            D405_APPROVAL_EXPIRED,
                            D406_MANIFEST_CHANGED,
                            D411_APPROVAL_NOT_VERIFIED,
                            D412_SEAL_NOT_VERIFIED,
                            D407_REDACTED,
                            D408_OUTPUT_NOT_ALLOWED,
                            D409_CRYPTO,
                            D410_ACCOUNTING_UNAVAILABLE,
                            S501_NO_RECEIPT,
                            S502_DISPOSITION_OVERDUE,
                            S503_RECALLED,
                            S504_INCIDENT,
                            S505_AUDIT_TAMPER,
                            S506_ACCESS,
                            S507_UNKNOWN_RESPONSE,
                            S508_HASH_DIFFERS ->
                            "No change to the file can correct this.";
                      }));

  private Cure() {}

  /**
   * Returns what to do before the file is sent, or in a new file under the next number.
   *
   * @param code code of a file or a request; for a code that only the gateway's staff can resolve,
   *     the sentence says so
   */
  public static String of(ReasonCode code) {
    return Objects.requireNonNull(BY_CODE.get(code));
  }
}
