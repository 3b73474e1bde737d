package redflag.intake;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Months as Seller Central's languages write them, whole or shortened, with or without dot and accents. A list of our
 * own, for what Java's locales shorten them to changes with its version.
 */
final class MonthNames {

    private static final List<String> TWELVE = List.of(
            "jan feb mar apr may jun jul aug sep oct nov dec",
            "january february march april may june july august september october november december",
            "jan feb mrz apr mai jun jul aug sept okt nov dez",
            "januar februar marz april mai juni juli august september oktober november dezember",
            "janv fevr mars avr mai juin juil aout sept oct nov dec",
            "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
            "ene feb mar abr may jun jul ago sept oct nov dic",
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            "gen feb mar apr mag giu lug ago set ott nov dic",
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
            "jan feb mrt apr mei jun jul aug sep okt nov dec",
            "januari februari maart april mei juni juli augustus september oktober november december",
            "jan fev mar abr mai jun jul ago set out nov dez",
            "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
            "jan feb mars apr maj juni juli aug sep okt nov dec",
            "januari februari mars april maj juni juli augusti september oktober november december",
            "sty lut mar kwi maj cze lip sie wrz paz lis gru",
            "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+|\\.");
    private static final Map<String, Integer> MONTHS = new HashMap<>();

    static {
        for (String names : TWELVE) {
            int month = 0;
            for (String name : names.split(" ")) {
                MONTHS.put(name, ++month);
            }
        }
    }

    private MonthNames() {}

    /** The month from 1 to 12, or 0 if the text names none. */
    static int of(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return MONTHS.getOrDefault(plain.toLowerCase(Locale.ROOT), 0);
    }
}
