package countersign.policy;

import countersign.request.ReasonCode;

/** What the requester can do about a code, in one sentence; never reveals data from the records. */
public final class Remedy {
  private Remedy() {}

  /**
   * Returns what to do before the file is sent, or in a new file under the next number.
   *
   * @param code code of a file or a request; for a code that only the gateway's staff can resolve,
   *     the sentence says so
   */
  public static String of(ReasonCode code) {
    return switch (code.name().charAt(0)) {
      case 'F' -> ofFile(code);
      case 'A' -> ofAuthority(code);
      case 'R' -> ofRequest(code);
      default ->
          code == ReasonCode.M300_TIN_FORMAT
              ? "State nine digits without punctuation and tin.type SSN or ITIN, or leave tin out."
              : "Nothing can be done about it in the file.";
    };
  }

  private static String ofFile(ReasonCode code) {
    return switch (code) {
      case F101_NOT_ENCRYPTED_OR_DECRYPT_FAILED ->
          "Sign, then encrypt to the gateway's published key, as `seal` does; send the whole file.";
      case F102_SIGNATURE_INVALID ->
          "Sign once, with the key that is registered for the requester, at most 30 days before sending.";
      case F103_FILENAME ->
          "Make name, fileId, agency, environment, sequence and createdAt say the same.";
      case F104_DUPLICATE_FILE -> "Send new content under the next number.";
      case F105_SEQUENCE_GAP -> "Send the file with the missing number.";
      case F106_COUNT_MISMATCH -> "Count requests and different subjects again for the trailer.";
      case F107_HASH_MISMATCH ->
          "Compute caseHashTotal, and bodySha256 over every byte before the trailer, again.";
      case F108_HEADER_TRAILER_MISSING -> "Write one header first and one trailer last.";
      case F109_SCHEMA ->
          "Write what docs/schema/ allows: known fields, their types, no control characters.";
      case F110_TEST_IN_PROD -> "Send it to the gateway of the environment that the header names.";
      case F111_REAL_LOOKING_IN_TEST ->
          "In a test file state numbers of the synthetic range only (9xx, 4th and 5th digits 40-49, 66-69 or 89).";
      case F112_THREAT_SCAN ->
          "Keep lines under 64 KiB and the file within the agreement's limits.";
      case F113_LARGE_VOLUME, F114_CAP_EXCEEDED ->
          "Ask about fewer people in one file, or expect a person to decide.";
      case F115_UNCURED_RESUBMISSION ->
          "Say in resubmissionOf and in each request's cured what changed since the refusal.";
      default -> "Wait: the gateway's staff act on it.";
    };
  }

  private static String ofAuthority(ReasonCode code) {
    return switch (code) {
      case A101_REQUESTER_NOT_AUTHORIZED ->
          "Let an official of the register ask, under requester.registerId, and sign with that official's key.";
      case A102_DELEGATION_INVALID ->
          "Name in delegation the delegate's own instrument, approved and in date.";
      case A105_STATUTE_NOT_CRIMINAL_NONTAX ->
          "Cite a paragraph that the agreement lists, neither deeper nor shallower.";
      case A106_CIVIL_PURPOSE -> "State PREPARATION, INVESTIGATION or GRAND_JURY, if it is true.";
      case A107_ATTESTATION ->
          "Let the requester sign the agreement's current sole-use statement, within its days.";
      case A108_OUT_OF_SCOPE_NEEDS_COURT_ORDER -> "Ask for MAILING_ADDRESS and nothing else.";
      case A109_AGREEMENT_NOT_IN_FORCE ->
          "Name an agreement in force for your agency and environment.";
      case A116_PURPOSE_TEXT_REVIEW ->
          "Leave it out if the purpose is civil; otherwise a person reads the reason.";
      case A117_AGREEMENT_CONDITION ->
          "Read the conditions of the agreement, and leave out what it does not serve.";
      case A118_AGREEMENT_CONDITION_REVIEW ->
          "Read the conditions of the agreement and state every field they look at; a person decides.";
      default -> "Nothing in the file: the gateway's counsel act on it.";
    };
  }

  private static String ofRequest(ReasonCode code) {
    return switch (code) {
      case R201_NAME_MISSING, R221_NAME_PLACEHOLDER -> "State the person's given name and surname.";
      case R202_ADDRESS_MISSING, R203_ADDRESS_INCOMPLETE, R204_ADDRESS_PLACEHOLDER, R207_ZIP_ONLY ->
          "State the street and number, box or route, and the city, or leave the request out.";
      case R205_FACILITY_NO_LOCATOR, R215_IN_CUSTODY_REVIEW ->
          "State the taxpayer's own address; an institution's with street and number goes to a person.";
      case R208_STATE_ZIP_INVALID -> "State a two-letter state and a ZIP code of that state.";
      case R209_TAX_PERIOD -> "List the years, at most as many as the agreement allows.";
      case R210_STATUTE_MISSING -> "Cite the statute, such as 8 USC 1253(a)(1)(A).";
      case R211_REASON_MISSING, R212_REASON_BOILERPLATE ->
          "Say why this person's address bears on this case, and name the case's number in it.";
      case R216_RECURRING_ADDRESS, R218_OFFICER_LOAD, R224_REPEATED_SUBJECT ->
          "Check that it is meant; a person decides.";
      case R213_OFFICER_MISSING -> "Name an officer who is personally and directly engaged.";
      case R214_OFFICER_NOT_ELIGIBLE, R219_OFFICER_IMPLAUSIBLE ->
          "Name only enrolled investigators of your agency who work on the case.";
      case R217_CASE_NUMBER_REUSED -> "Give each subject the number of its own case.";
      case R220_NO_ACTIVE_CRIMINAL_CASE ->
          "State an open criminal case: number, day, office, and the assurance.";
      case R222_DUPLICATE_SUBJECT -> "Ask about each person once.";
      case R223_NO_SECOND_IDENTIFIER -> "State tin or birthDate.";
      default -> ofOrder(code);
    };
  }

  private static String ofOrder(ReasonCode code) {
    return switch (code) {
      case R230_FINAL_ORDER_DATE, R231_NINETY_DAYS_NOT_ELAPSED ->
          "State when the order became final, and ask from the 91st day on.";
      case R232_ORDER_NOT_FINAL -> "Wait until review has ended and no stay stands.";
      case R233_NOT_1227A_CLASS -> "State the class of 8 USC 1227(a) that the order rests on.";
      case R234_PROTECTED_STATUS -> "Leave it out, or expect a person to decide.";
      case R235_STATUS_NOT_STATED -> "State protectedStatus, NONE if there is none.";
      case R236_ORDER_NUMBER -> "State the order's number (A and 8 or 9 digits) and its issuer.";
      case R237_ELEMENTS_NOT_STATED -> "State in facts what the cited paragraph asks for.";
      default -> "Nothing can be done about it in the file.";
    };
  }
}
