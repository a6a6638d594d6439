package countersign.request;

import java.util.Collection;

/**
 * Every reason that the gateway can give. Acknowledgements, the ledger, logs and the runbook use
 * the same names; {@link #sentence()} explains a code. A code never contains personal data.
 *
 * @see <a href="../../../../../docs/rules.md">the rules and their sources</a>
 */
public enum ReasonCode {
  F101_NOT_ENCRYPTED_OR_DECRYPT_FAILED(
      Tier.REJECT,
      "The file is not one OpenPGP message encrypted to the gateway, or it is damaged."),
  F102_SIGNATURE_INVALID(
      Tier.REJECT,
      "The file is not signed by exactly one valid key that is pinned for this partner."),
  F103_FILENAME(
      Tier.REJECT,
      "The file name does not match the published pattern, or it differs from the header."),
  F104_DUPLICATE_FILE(Tier.REJECT, "This file id or this content was used before."),
  F105_SEQUENCE_GAP(Tier.HOLD, "An earlier number of the agency's sequence is missing."),
  F106_COUNT_MISMATCH(Tier.REJECT, "The counts in the trailer differ from the counts of the file."),
  F107_HASH_MISMATCH(
      Tier.REJECT, "The hash totals in the trailer differ from the totals of the file."),
  F108_HEADER_TRAILER_MISSING(
      Tier.REJECT, "The header or the trailer is missing, repeated or in the wrong place."),
  F109_SCHEMA(Tier.REJECT, "The record does not follow the published schema."),
  F110_TEST_IN_PROD(
      Tier.REJECT,
      "A test file was sent to the production gateway, or a production file to the test gateway."),
  F111_REAL_LOOKING_IN_TEST(
      Tier.REJECT, "A taxpayer number outside the synthetic range was sent to the test gateway."),
  F112_THREAT_SCAN(Tier.REJECT, "The file exceeds a size, ratio or line limit."),
  F113_LARGE_VOLUME(Tier.HOLD, "The file names so many subjects that a person has to look at it."),
  F114_CAP_EXCEEDED(Tier.HOLD, "The file names more subjects than the agreement allows."),
  F115_UNCURED_RESUBMISSION(
      Tier.REJECT,
      "The file repeats subjects of a rejected file without saying what was corrected."),
  F120_NOT_JUDGED(
      Tier.HOLD, "The gateway could not judge the file in time. The operators have been alerted."),
  A100_DISCLOSURE_DISABLED(Tier.BLOCK, "Disclosure is switched off."),
  A101_REQUESTER_NOT_AUTHORIZED(
      Tier.REJECT,
      "The requester is not registered as head of the agency, Inspector General or listed officer, or did not sign the file."),
  A102_DELEGATION_INVALID(
      Tier.REJECT, "The delegation instrument is missing, not approved or not in date."),
  A103_SAFEGUARDS_NOT_MET(Tier.BLOCK, "The agency has not shown that it meets the safeguards."),
  A104_COURT_ORDER_IN_FORCE(Tier.BLOCK, "A court order forbids the disclosure."),
  A105_STATUTE_NOT_CRIMINAL_NONTAX(
      Tier.REJECT, "The statute cited is not on the list of nontax federal criminal statutes."),
  A106_CIVIL_PURPOSE(Tier.REJECT, "The purpose is missing, or it is not a criminal purpose."),
  A107_ATTESTATION(Tier.REJECT, "The sole-use attestation is missing, too old or changed."),
  A108_OUT_OF_SCOPE_NEEDS_COURT_ORDER(
      Tier.REJECT, "Only the mailing address can be requested under this paragraph."),
  A109_AGREEMENT_NOT_IN_FORCE(
      Tier.REJECT,
      "The agreement is unknown, not in force, or not for this agency and environment."),
  A110_COUNSEL_REFUSED(Tier.REJECT, "Counsel denied it."),
  A111_RULE_CHANGE_UNJUSTIFIED(Tier.REJECT, "A rule change has no reason or too few signatures."),
  A112_HOLD_REFUSED(Tier.REJECT, "A person denied the held file or request."),
  A113_HOLD_LAPSED(Tier.REJECT, "No person decided the held file or request in time."),
  A116_PURPOSE_TEXT_REVIEW(Tier.HOLD, "The reason mentions a civil purpose."),
  A117_AGREEMENT_CONDITION(Tier.REJECT, "A condition of the agreement rejects the request."),
  A118_AGREEMENT_CONDITION_REVIEW(
      Tier.HOLD, "A condition of the agreement requires that a person looks at the request."),
  R201_NAME_MISSING(Tier.REJECT, "The given name or the family name is missing."),
  R202_ADDRESS_MISSING(Tier.REJECT, "The request states no address."),
  R203_ADDRESS_INCOMPLETE(
      Tier.REJECT, "The address has no complete delivery line, or it has no city."),
  R204_ADDRESS_PLACEHOLDER(Tier.REJECT, "The address is a placeholder, not an address."),
  R205_FACILITY_NO_LOCATOR(
      Tier.REJECT, "The address names an institution but has no delivery line."),
  R206_ADDRESS_DOUBTFUL(
      Tier.HOLD,
      "The address has no known form, or it reads like a remark; a person has to look at it."),
  R207_ZIP_ONLY(Tier.REJECT, "The address is only a ZIP code or only a last line."),
  R208_STATE_ZIP_INVALID(
      Tier.REJECT,
      "The state or the ZIP code is missing or unknown, or they do not belong together."),
  R209_TAX_PERIOD(
      Tier.REJECT, "The tax periods are missing, or they are not a list of valid years."),
  R210_STATUTE_MISSING(Tier.REJECT, "The statute is missing, or it is not a citation."),
  R211_REASON_MISSING(
      Tier.REJECT, "The specific reason is missing, or it does not mention the case number."),
  R212_REASON_BOILERPLATE(Tier.HOLD, "The same reason is used in too many requests."),
  R213_OFFICER_MISSING(Tier.REJECT, "No officer who is personally and directly engaged is named."),
  R214_OFFICER_NOT_ELIGIBLE(
      Tier.REJECT,
      "A named officer is not registered, not of this agency, or not an investigator."),
  R215_IN_CUSTODY_REVIEW(Tier.HOLD, "The address is the address of an institution."),
  R216_RECURRING_ADDRESS(Tier.HOLD, "Too many unrelated subjects have this address."),
  R217_CASE_NUMBER_REUSED(Tier.REJECT, "The case number is already used for another subject."),
  R218_OFFICER_LOAD(Tier.HOLD, "Too many open subjects name this officer."),
  R219_OFFICER_IMPLAUSIBLE(
      Tier.REJECT, "One officer is named for an implausible number of subjects."),
  R220_NO_ACTIVE_CRIMINAL_CASE(Tier.REJECT, "No active criminal case is stated for the subject."),
  R221_NAME_PLACEHOLDER(Tier.REJECT, "The name is a placeholder."),
  R222_DUPLICATE_SUBJECT(
      Tier.REJECT, "The subject is in the file twice, or is open in an earlier file."),
  R223_NO_SECOND_IDENTIFIER(Tier.REJECT, "Neither a taxpayer number nor a birth date is given."),
  R224_REPEATED_SUBJECT(
      Tier.HOLD, "The subject was requested repeatedly with different addresses."),
  R230_FINAL_ORDER_DATE(
      Tier.REJECT,
      "The date on which the removal order became final is missing, in the future or contradictory."),
  R231_NINETY_DAYS_NOT_ELAPSED(
      Tier.REJECT, "Ninety days have not passed since the removal order became final."),
  R232_ORDER_NOT_FINAL(Tier.REJECT, "The request does not show that the removal order is final."),
  R233_NOT_1227A_CLASS(
      Tier.REJECT, "The removal order is not based on a class of 8 U.S.C. 1227(a)."),
  R234_PROTECTED_STATUS(Tier.HOLD, "The request states a protected or pending status."),
  R235_STATUS_NOT_STATED(Tier.REJECT, "The request does not state the protected status."),
  R236_ORDER_NUMBER(
      Tier.REJECT, "The number or the issuer of the removal order is missing or malformed."),
  R237_ELEMENTS_NOT_STATED(
      Tier.REJECT, "The request does not state the facts that the cited paragraph requires."),
  M300_TIN_FORMAT(Tier.REJECT, "The taxpayer number is not a valid SSN or ITIN."),
  M301_NO_RECORD_TIN(Tier.REJECT, "No record has this taxpayer number."),
  M302_NAME_CONTROL_MISMATCH(Tier.REJECT, "The name in the record is different."),
  M303_ADDRESS_NOT_OF_TAXPAYER(
      Tier.REJECT, "The stated address is not an address of this taxpayer."),
  M304_AMBIGUOUS(Tier.REJECT, "More than one record matches."),
  M305_NO_MATCH(Tier.REJECT, "No record matches."),
  M306_FUZZY_ONLY(Tier.HOLD, "Only a similar record matches."),
  M307_OUTSIDE_PERIOD(Tier.HOLD, "The address is from a period that was not requested."),
  M399_NOT_DISCLOSED(Tier.REJECT, "Nothing is disclosed."),
  D401_IMPAIRMENT(
      Tier.REJECT, "The disclosure would identify an informant or impair an investigation."),
  D403_APPROVER_REFUSED(Tier.REJECT, "A reviewer denied the request."),
  D404_SAME_APPROVER(Tier.BLOCK, "Both approvals would come from the same person."),
  D405_APPROVAL_EXPIRED(Tier.BLOCK, "An approval has expired."),
  D406_MANIFEST_CHANGED(
      Tier.BLOCK, "The draft changed after it was shown (this code says MANIFEST for draft)."),
  D407_REDACTED(Tier.REJECT, "A field that the agreement does not grant was removed."),
  D408_OUTPUT_NOT_ALLOWED(
      Tier.BLOCK, "The output contains something that is not on the allow-list."),
  D409_CRYPTO(Tier.BLOCK, "The response cannot be encrypted as the rules require."),
  D410_ACCOUNTING_UNAVAILABLE(Tier.BLOCK, "The accounting could not be written."),
  D411_APPROVAL_NOT_VERIFIED(
      Tier.BLOCK, "The approvals could not be verified when the answer was released."),
  D412_SEAL_NOT_VERIFIED(
      Tier.BLOCK, "A sealed file is not the one that the gateway signed, so it was not uploaded."),
  S501_NO_RECEIPT(Tier.BLOCK, "A delivery receipt is overdue."),
  S502_DISPOSITION_OVERDUE(
      Tier.BLOCK, "The agency has not said in time what became of an address."),
  S503_RECALLED(Tier.BLOCK, "The response was recalled."),
  S504_INCIDENT(Tier.BLOCK, "An incident is open."),
  S505_AUDIT_TAMPER(Tier.BLOCK, "The ledger does not verify."),
  S506_ACCESS(Tier.BLOCK, "Access was denied."),
  S507_UNKNOWN_RESPONSE(Tier.REJECT, "The named response is unknown."),
  S508_HASH_DIFFERS(Tier.REJECT, "The stated hash is not the hash of the response.");

  private final Tier tier;
  private final String sentence;

  ReasonCode(Tier tier, String sentence) {
    this.tier = tier;
    this.sentence = sentence;
  }

  /** What the code causes: rejection, a person's decision, or a block. */
  public Tier tier() {
    return tier;
  }

  /** Meaning of the code in one sentence that a partner's developer can act on. */
  public String sentence() {
    return sentence;
  }

  /** The stored form of several codes: each once, sorted by name. */
  public static String[] names(Collection<ReasonCode> codes) {
    return codes.stream().map(Enum::name).distinct().sorted().toArray(String[]::new);
  }

  /** Each code once, sorted by name, separated by spaces; for the ledger. */
  public static String joined(Collection<ReasonCode> codes) {
    return String.join(" ", names(codes));
  }
}
