package countersign.address;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.request.Request.Address;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R45: addresses are normalised, but never guessed. */
@Proves("R45")
class AddressFormTest {

  @ParameterizedTest
  @CsvSource({
    "412 North Oak Street, 412 N OAK ST",
    "412 N. Oak St., 412 n oak st",
    "12-B Main Avenue, 12-B MAIN AVE",
    "'9 Saint Charles Street', 9 St Charles St",
    "P.O. Box 12, PO BOX 12",
    "Post Office Box 12, POB 12",
    "Rural Route 2 Box 5, RR 2 BOX 5",
    "Highway Contract Route 7 Box 1, HC 7 BOX 1",
    "7 O'Neill Rd, 7 ONEILL ROAD",
    "77 First Ave, 77 1ST AVENUE",
    "412 Oak St Apartment 3, 412 OAK ST APT 3",
    "412 Oak St # 3, 412 OAK ST APT 3",
    "412 Oak St Apt 3., 412 OAK ST APT 3",
    "412 Oak St Apt #3, 412 OAK ST APT 3",
    "'Apt 3, 412 Oak St', 412 OAK ST APT 3",
    "'Bldg 4, Apt 3, 412 Oak St', 412 OAK ST APT 3 BLDG 4",
    "10 Main St PMB 7, PMB 7 10 MAIN ST",
    "PO Box # 12, PO BOX 12",
    "P.O. Drawer 12, PO BOX 12",
    "RR03 Box 98D, RR 3 BOX 98D",
    "RFD 4 Box 87A, RR 4 BOX 87A",
    "Rt. 4 Box 87A, Rural Route 4 Box 87A",
    "Star Route 5 Box 3, HC 5 BOX 3",
    "HCR 5 Box 3, HC5 BOX 3",
    "Highway Contract 07 Box 1, HC 7 BOX 1",
    "R R 4 Box 87A, RR 4 BOX 87A",
    "Route 4 Box 87A, RR 4 BOX 87A",
    "RTE 4 Box 87A, RR 4 BOX 87A",
    "POB 12, PO BOX 12",
    "P O Box 12, PO BOX 12",
    "Lockbox 12, PO BOX 12",
    "PO Lockbox 12, PO BOX 12",
    "P O Caller 12, PO BOX 12",
    "Caller 12, PO BOX 12",
    "Drawer 12, PO BOX 12",
    "PO Box # 12A, PO BOX 12A",
    "12½ Main St, 12 1/2 MAIN ST",
    "7 Twelfth Ave, 7 12TH AVE",
    "412 N Oak St 1st Floor, 412 N OAK ST FL 1",
    "412 N Oak St First Fl, 412 N Oak St Floor 1",
    "1st Floor 412 N Oak St, 412 N OAK ST FL 1",
    "412 N Oak St 22nd Floor Apt 3, 412 N Oak St Apt 3 Floor 22",
    "412 N Oak St Floor 3rd, 412 N OAK ST FL 3",
    "412 1st Fl 3, 412 1ST FL 3",
    "412 1st St 1st Floor, 412 First Street FL 1",
    "Willis Tower 233 S Wacker Dr, 233 S WACKER DRIVE",
    "POBox 12, PO Box 12",
    "123 County Road 634, 123 CR 634",
    "123 Co Rd 634, 123 CR-634",
    "123 County Road AA, 123 CR AA",
    "123 State Route 6, 123 SR 6",
    "123 State Road 6, 123 SR-6",
    "123 State Highway 6, 123 SR 6",
    "123 Interstate 35, 123 I-35",
    "123 US Highway 41 S, 123 US 41 South",
    "123 U.S. Hwy 41, 123 US-41",
    "One Main St, 1 Main St",
    "Twenty-One Main St, 21 Main St",
    "#2 Turner Rd, 2 Turner Road",
    "412 Oak St Apt 3-B, 412 OAK ST APT 3B",
    "412 Oak St Apt 3 B, 412 OAK ST APT 3-B",
    "412 Oak St Apt B-3, 412 OAK ST APT B3",
    "123-A Main St, 123A MAIN ST",
    "PO Box 0012, PO BOX 12",
    "RR 2 Box 007, RR 2 BOX 7",
    "RR 2 # 7, RR 2 BOX 7",
    "Box 63, PO BOX 63",
    "Lock Box 63, PO BOX 63",
    "412 Oak St Austin TX 78701, 412 OAK ST",
    "c/o Pat Example 412 Oak St, 412 OAK ST",
    "412 Oak St c/o Pat Example, 412 OAK ST",
    "Pat Example 412 Oak St, 412 OAK ST",
    "412 Twenty-First St, 412 21ST ST",
    "URB Las Flores 12, Urbanización Las Flores 12",
  })
  void two_spellings_of_one_address_have_the_same_form(String one, String other) {
    assertThat(form(one, null)).isEqualTo(form(other, null));
  }

  @ParameterizedTest
  @CsvSource({
    "412 N Oak St, 412 S Oak St",
    "412 Oak St, 412 Oak Ave",
    "412 Oak St, 421 Oak St",
    "412 Oak St Apt 3, 412 Oak St Apt 4",
    "412 Oak St Apt 3, 412 Oak St Ste 3",
    "412 Oak St Apt 3, 412 Oak St",
    "412 Oak St, 412 Oaks St",
    "9 Unit Drive, 9 Drive",
    "12½ Main St, 121 2 Main St",
    "North West Temple 5, NW Temple 5",
    "505 E Street, 505 East St",
    "505 S Street SE, 505 South St SE",
    "12 W CR 500, 12 CR 500 W",
    "RR 2 Box 5, RR 5 Box 2",
    "PO Box 12, PO Box 21",
    "PO Drawer A, PO BOX A",
    "123 CR 634, 123 SR 634",
    "123 SR 6, 123 US 6",
    "One Main St, 11 Main St",
    "123-A Main St, 123-B Main St",
    "12-3 Main St, 123 Main St",
    "412 Oak St Apt 3-4, 412 Oak St Apt 34",
    "412 Oak St Apt 3 N, 412 Oak St Apt 3",
    "PO Box 120, PO BOX 12",
    "12 Lockbox Ln, 12 PO Box Ln",
    "412 N Oak St 1st Floor, 412 N Oak St 2nd Floor",
    "412 N Oak St 1st Floor, 412 N Oak St 11th Floor",
    "412 N Oak St 1st Floor, 412 N Oak St Apt 1",
    "412 1st Fl 3, 412 Fl 1",
  })
  void different_addresses_have_different_forms(String one, String other) {
    assertThat(form(one, null)).isNotEqualTo(form(other, null));
  }

  @ParameterizedTest
  @CsvSource({
    "100 N St, 100 North Street, false",
    "100 N St, 100 N Street, true",
    "100 N Street, 100 North Street, false",
    "100 N St NW, 100 N Street NW, true",
    "100 N St NW, 100 North St NW, false",
    "100 N St, 100 S St, false",
    "100 N Oak St, 100 North Oak Street, true"
  })
  void a_letter_that_is_the_whole_name_is_no_direction(String one, String other, boolean same) {
    assertThat(readings(one).agreeWith(readings(other))).isEqualTo(same);
    assertThat(readings(other).agreeWith(readings(one))).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "100 Oak St Ste 200, 100 Oak St # 200, true",
    "100 Oak St PMB 118, 100 Oak St #118, true",
    "100 Oak St Rm 4, 100 Oak St # 4, true",
    "100 Oak St Ste 200, 100 Oak St # 201, false",
    "#2 Oak St Apt 5, 2 Oak St Ste 5, false",
    "100 Angelina County Road 214, 100 County Road 214, true",
    "100 Angelina County Road 214, 100 Bastrop County Road 214, false",
    "100 Smith County Road 7, 100 Sabine County Road 7, false",
    "100 Smith County Road 7, 100 SCR 7, true"
  })
  void a_sign_replaces_a_designator_and_a_county_need_not_be_named(
      String one, String other, boolean same) {
    assertThat(readings(one).agreeWith(readings(other))).isEqualTo(same);
    assertThat(readings(other).agreeWith(readings(one))).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "APT, Apartment", "BLDG, Building", "DEPT, Department", "FL, Floor", "HNGR, Hangar", "LOT, Lot",
    "OFC, Office", "PH, Penthouse", "PIER, Pier", "PMB, pmb", "RM, Room", "SLIP, Slip",
    "SPC, Space", "STE, Suite", "STOP, Stop", "TRLR, Trailer"
  })
  void a_unit_and_its_id_are_separate_from_the_street(String designator, String spelled) {
    for (String line :
        new String[] {
          "412 Oak St " + designator + " 3",
          "412 Oak St, " + spelled + " 3",
          spelled + " # 3 412 Oak St"
        }) {
      assertThat(form(line, null).unit()).as(line).isEqualTo(designator + " 3");
      assertThat(form(line, null).delivery()).as(line).isEqualTo("412 OAK ST");
    }
    assertThat(form("412 Oak St", spelled + " B").unit()).isEqualTo(designator + " B");
    boolean place = designator.equals("OFC") || designator.equals("PH");
    assertThat(form("412 Oak St " + designator, null).unit()).isEqualTo(place ? designator : "");
    assertThat(form("412 " + spelled + " St", null).delivery())
        .isEqualTo("412 " + designator + " ST");
  }

  @Test
  void an_addressee_and_the_last_line_may_have_a_line_of_their_own() {
    AddressForm plain = form("412 Oak St", null);
    for (String other :
        new String[] {"c/o Pat Example", "Austin TX 78701", "Unknown", "78701", "Travis Jail"}) {
      assertThat(form("412 Oak St", other)).as(other).isEqualTo(plain);
      assertThat(form(other, "412 Oak St")).as(other).isEqualTo(plain);
    }
    assertThat(form("Pat Example", "412 Oak St")).isEqualTo(plain);
    assertThat(form("412 Oak St", "Rear House")).isNotEqualTo(plain);
    assertThat(form("RR 2", "Box 18")).isEqualTo(form("RR 2 Box 18", null));
  }

  @Test
  void an_urbanization_is_part_of_an_address_in_puerto_rico() {
    Address one = new Address("URB Las Flores", "12 Calle Luna", "San Juan", "PR", "00901");
    Address other = new Address("URB El Mar", "12 Calle Luna", "San Juan", "PR", "00901");
    assertThat(AddressForm.of(one)).isNotEqualTo(AddressForm.of(other));
  }

  @Test
  void an_ordinal_floor_becomes_a_number_unless_an_id_follows() {
    assertThat(form("412 1st Fl 3", null))
        .isEqualTo(new AddressForm("412 1ST", "FL 3", "AUSTIN", "TX", "78701"));
    assertThat(form("412 Oak St 1st Fl # 3", null).unit()).isEqualTo("FL 3");
    assertThat(form("412 Oak St 1st Fl Rear", null).unit()).isEqualTo("FL 1 REAR");
    assertThat(form("412 Oak St", "2nd Floor").unit()).isEqualTo("FL 2");
    assertThat(form("# 3, 412 Oak St", null)).isEqualTo(form("412 Oak St Apt 3", null));
  }

  @Test
  void a_dwelling_is_a_unit_or_an_apartment_unless_both_are_there() {
    for (String unit : new String[] {"Unit 3", "Apt 3", "# 3", "UNIT #3", "Apartment No. 3"}) {
      assertThat(form("412 Oak St " + unit, null).unit()).as(unit).isEqualTo("APT 3");
    }
    assertThat(form("412 Unit Ln Unit B", null)).isEqualTo(form("412 Unit Ln # B", null));
    assertThat(form("412 Oak St Bldg 2 Unit 3", null).unit()).isEqualTo("APT 3 BLDG 2");
    assertThat(form("412 Oak St Unit 3 Apt 4", null))
        .isNotEqualTo(form("412 Oak St Unit 4 Apt 3", null));
  }

  @Test
  void a_number_sign_without_an_id_is_not_a_unit() {
    assertThat(form("412 Oak St #", null).unit()).isEmpty();
    assertThat(form("412 Oak St # # 3", null).unit()).isEqualTo("APT 3");
    assertThat(form("412 Oak St # Rear", null).unit()).isEqualTo("REAR");
    assertThat(form("412 Oak St Apt #", null).unit()).isEmpty();
  }

  @Test
  void missing_fields_are_empty_and_to_string_shows_no_value() {
    AddressForm nothing = AddressForm.of(new Address(null, null, null, null, null));
    assertThat(nothing).isEqualTo(new AddressForm("", "", "", "", ""));
    assertThat(form("412 Oak St", null)).hasToString("AddressForm");
    assertThat(AddressForm.of(new Address("1 A St", "", "Ｓaint Paul", " mn ", " 55101 ")))
        .isEqualTo(new AddressForm("1 A ST", "", "ST PAUL", "MN", "55101"));
  }

  @Test
  void the_unit_may_stand_on_either_line_and_the_zip_may_be_short() {
    assertThat(form("412 Oak St", "Apt 3")).isEqualTo(form("412 OAK ST APT 3", null));
    assertThat(AddressForm.of(new Address("1 A St", null, "Saint Paul", "mn", "55101-1234")))
        .isEqualTo(AddressForm.of(new Address("1 A Street", " ", "St. Paul", "MN", "55101")));
    assertThat(AddressForm.of(new Address("1 A St", null, "Austin", "TX", "78701")))
        .isNotEqualTo(AddressForm.of(new Address("1 A St", null, "Austin", "TX", "78702")));
  }

  private static AddressForm form(String line1, @Nullable String line2) {
    return AddressForm.of(new Address(line1, line2, "Austin", "TX", "78701"));
  }

  private static AddressReadings readings(String line) {
    return AddressReadings.of(new Address(line, null, "Austin", "TX", "78701"));
  }
}
