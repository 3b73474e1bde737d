package redflag.signs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.ledger.Code;

/** Numbers whose forms are public: UPS 1Z, USPS IMpb, UPU S10, SSCC of DHL Paket, Amazon's TBA. */
class TrackingNumbersTests {

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "1Z5R89390357567127, UPS, ",
        "1Z 879 E93 03 4683 4440, UPS, ",
        "1z8v92a70367203024, ups, ",
        "1Z5R89390357567128, UPS, MALFORMED_NUMBER",
        "1Z5R8939035756712, UPS, MALFORMED_NUMBER",
        "1Z5R89390357567127, FedEx, NUMBER_OF_ANOTHER_CARRIER",
        "1Z5R89390357567127, USPS, NUMBER_OF_ANOTHER_CARRIER",
        "1Z5R89390357567128, FedEx, ",
        "1Z5R89390357567127, Pigeon Post, ",
        "1Z5R89390357567127, '', ",
        "9400111201080805483016, USPS, ",
        "9400 1112 0108 0805 4830 16, United States Postal Service, ",
        "92748931507708513018050063, USPS, ",
        "9400111201080805483017, USPS, MALFORMED_NUMBER",
        "940011120108080548301, USPS, MALFORMED_NUMBER",
        "9400111201080805483016, UPS, ",
        "0307 1790 0005 2348 3742, USPS, ",
        "RB123456785US, USPS, ",
        "RB123456786US, USPS, MALFORMED_NUMBER",
        "RB12345678US, USPS, MALFORMED_NUMBER",
        "RB123456785GB, Royal Mail, ",
        "RB123456784GB, Royal Mail, MALFORMED_NUMBER",
        "00340434161094042557, DHL, ",
        "00340434161094042558, DHL, MALFORMED_NUMBER",
        "0034043416109404255, DHL Paket, MALFORMED_NUMBER",
        "00340434161094042557, DPD, NUMBER_OF_ANOTHER_CARRIER",
        "TBA123456789012, Amazon, ",
        "TBA123456789012, UPS, NUMBER_OF_ANOTHER_CARRIER",
        "123456789012, FedEx, ",
        "12345, FedEx, ",
        "'', UPS, NO_NUMBER",
        "none, Royal Mail, NO_NUMBER",
        "-, '', NO_NUMBER",
    })
    void whatIsWrongWithANumber(String number, String carrier, @Nullable Code fault) {
        assertThat(TrackingNumbers.shipped().faults(number, carrier))
                .isEqualTo(fault == null ? Set.of() : Set.of(fault));
    }

    /** What somebody has opened in Excel and saved no longer says what Amazon has. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"9.40011E+21", "'9,40011E+21'", "9400111201080800000000", "'1Z5R89390357567128, 1Z879E930346834440'"})
    void aNumberThatExcelHasRoundedOrThatIsTwoSaysNothing(String number) {
        assertThat(TrackingNumbers.shipped().faults(number, "USPS")).isEmpty();
        assertThat(TrackingNumbers.shipped().faults(number, "UPS")).isEmpty();
        assertThat(TrackingNumbers.shipped().number(number)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"1Z5R89390357567127", "1z 5r8 939 03 5756 7127", "1Z-5R8939-0357567127"})
    void blanksAndDashesMakeNoOtherNumber(String number) {
        assertThat(TrackingNumbers.shipped().number(number)).contains("1Z5R89390357567127");
    }
}
