package countersign.postal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words that no list and no rule of an address knows, so that they are a name wherever a name may
 * stand. Pure.
 */
public final class OrdinaryWords {
  private static final Lexicon LEXICON = new Lexicon(Set.of());
  private static final int SHORTEST = 3;

  /** Words that the rules know, but that are plain names if they stand alone before a suffix. */
  private static final Set<String> WHOLE_NAMES =
      Set.of(
          "MAIN",
          "PARK",
          "KING",
          "LAKE",
          "HILL",
          "PINE",
          "SPRING",
          "WASHINGTON",
          "CHURCH",
          "SCHOOL",
          "RIVER",
          "MILL",
          "FOREST",
          "UNION",
          "VALLEY",
          "RIDGE",
          "BROADWAY",
          "FRONT",
          "GROVE",
          "BRIDGE",
          "VIRGINIA",
          "GEORGIA",
          "FIRST",
          "SECOND",
          "THIRD",
          "FOURTH",
          "FIFTH",
          "SIXTH",
          "SEVENTH",
          "EIGHTH",
          "NINTH",
          "TENTH",
          "ELEVENTH",
          "TWELFTH");

  /** Words of the rules that stand in no list; a test finds a new one. */
  private static final String OF_RULES =
      "NYS USH STH CAPITAL AID ALDEA ALTOS AND ANYCITY APARTADO APDO APO ATTENTION ATTN AVES BAJOS BERLIN "
          + "BIRD BLOQUE BLQ BOGOTA BTWN BUREAU BUZON BZN CALLER CAM CAMPUS CANTON CASERIO "
          + "CDMX CENTRAL CENTRO CER CITYNAME CIUDAD CMR CMT COLLEGE COLONIA COM COMUNIDAD "
          + "CONDOMINIUM CONDOMINIUMS CORRECTIONAL CORRECTIONS COURTHOUSE CPO DANCE "
          + "DEPARTAMENTO DETENTION DINING DIVISION DPO DRAWER EASTERN EDC EDU EIGHT EIGHTEEN "
          + "EIGHTY ENGLAND ENT ESQ FIFTEEN FIFTY FINANCE FIRM FIVE FORTY FOUR FOURTEEN FPO "
          + "FRANCE FRO FRONTAGE GERMANY GOV HACIENDA HAND HCR HUNDRED HUNDREDTH HWYS INT "
          + "INTERIOR ITALIA ITALY LOCKBOX LOFTS LONDON MAC MADRID MAR MARKER MAY MESS MILANO "
          + "MILEPOST MLK MONTREAL MSC MUNICIPIO NBR NET NINE NINETEEN NINETY NUEVA NUEVO NUM "
          + "OFICINA ORG PARADA PARIS PAVIMENTAR PCU PDA PENITENTIARY PLA PMB POB POBOX POOL "
          + "POST PSC PSO PUEBLO PUERTA QAZ RANCHO RCH REFORMATORY RFD RFV RICA ROMA ROUTES "
          + "RTES RTS SEVEN SEVENTEEN SEVENTY SIX SIXTEEN SIXTY SOLAR SOUTHERN SPAIN SPO STAR "
          + "STATES TECHNOLOGY TEL TEN TGB THIRTEEN THIRTY THREE TION TORONTO TORRE TRACT "
          + "TRUNK TWELVE TWENTY UJM UNITED UNIVERSITY UPO USA USCGC USNS USS VARIES VER WSX "
          + "YHN";

  private static final Set<String> KNOWN = known();

  private OrdinaryWords() {}

  private static Set<String> known() {
    Set<String> known = new HashSet<>(List.of(OF_RULES.split(" ", -1)));
    for (String list :
        List.of(
            "clerks-words.txt",
            "generic-words.txt",
            "kinds-of-places.txt",
            "placeholder-phrases.txt",
            "placeholder-words.txt",
            "state-names.txt",
            "street-names.txt")) {
      known.addAll(WordList.read(list).words());
    }
    known.addAll(Publication28.words());
    return Set.copyOf(known);
  }

  /**
   * Whether the word, in comparing form, has three letters or more and is known to no rule, not
   * even misspelt.
   */
  public static boolean is(String word) {
    return isUnknown(word) && !LEXICON.isLexicon(word);
  }

  /** Whether the word has three letters or more and stands in no list. */
  public static boolean isUnknown(String word) {
    return word.length() >= SHORTEST && isLetters(word) && !KNOWN.contains(word);
  }

  private static boolean isLetters(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c < 'A' || c > 'Z') {
        return false;
      }
    }
    return true;
  }

  /** Whether the word is a plain name if it stands alone before a suffix. */
  public static boolean isWholeName(String word) {
    return WHOLE_NAMES.contains(word);
  }
}
