package redflag.signs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import redflag.ledger.Code;
import redflag.settings.Section;

/** What is wrong with a tracking number, as far as the carrier's form is public and sure. */
public final class TrackingNumbers {

    /** Excel keeps fifteen digits of a number. */
    private static final int DIGITS_OF_EXCEL = 15;

    private static final Pattern ROUNDED = Pattern.compile("\\d([.,]\\d+)?E\\+?\\d+");
    private static final Pattern SEVERAL = Pattern.compile(".*[,;|/].*");
    private static final Pattern FILLING = Pattern.compile("[\\s.-]+");

    private static final class Shipped {
        static final TrackingNumbers NUMBERS = SignFile.read("tracking-numbers", TrackingNumbers::read);
    }

    private final Map<String, String> carriers;
    private final List<Form> forms;

    /** @param meant missing where nothing but a whole one looks like it */
    private record Form(Set<String> with, Optional<Pattern> meant, Pattern form, CheckDigit check, boolean alone) {

        boolean isMeant(String number) {
            return meant.filter(m -> m.matcher(number).matches()).isPresent();
        }

        boolean fits(String number) {
            return form.matcher(number).matches() && check.fits(number);
        }
    }

    private TrackingNumbers(Map<String, String> carriers, List<Form> forms) {
        this.carriers = carriers;
        this.forms = forms;
    }

    /** Those that come with the program; read once. */
    public static TrackingNumbers shipped() {
        return Shipped.NUMBERS;
    }

    private static TrackingNumbers read(Section file) {
        Map<String, String> carriers = new HashMap<>();
        Set<String> ids = new HashSet<>();
        file.section("carriers")
                .ifPresent(section -> section.keys().forEach(id -> {
                    ids.add(id);
                    section.texts(id).forEach(name -> carriers.put(folded(name), id));
                }));
        List<Form> forms = new ArrayList<>();
        for (Section number : file.sections("numbers")) {
            List<String> with = number.texts("with");
            if (!ids.containsAll(with)) {
                number.problem("with", "'with' names a carrier that is not under 'carriers'");
            }
            forms.add(new Form(
                    Set.copyOf(with),
                    number.text("meant").map(Pattern::compile),
                    Pattern.compile(number.requiredText("form")),
                    number.oneOf("check", CheckDigit.class).orElse(CheckDigit.NONE),
                    number.flag("alone").orElse(false)));
            number.rejectUnknownKeys();
        }
        return new TrackingNumbers(carriers, forms);
    }

    private static String folded(String carrier) {
        return carrier.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /**
     * The number alone, by which it can be told from others; missing where there is none, or several, or Excel has rounded
     * it, so that the file does not say what Amazon has.
     */
    public Optional<String> number(String cell) {
        String number = FILLING.matcher(cell).replaceAll("").toUpperCase(Locale.ROOT);
        boolean isSure = hasDigit(number)
                && !ROUNDED.matcher(cell.strip().toUpperCase(Locale.ROOT)).matches()
                && !SEVERAL.matcher(cell).matches()
                && !endsInLostDigits(number);
        return isSure ? Optional.of(number) : Optional.empty();
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    private static boolean endsInLostDigits(String number) {
        return number.length() > DIGITS_OF_EXCEL
                && number.chars().allMatch(Character::isDigit)
                && number.substring(DIGITS_OF_EXCEL).chars().allMatch(c -> c == '0');
    }

    /**
     * What is wrong with it: NO_NUMBER, MALFORMED_NUMBER or NUMBER_OF_ANOTHER_CARRIER; empty where nothing is known to be.
     *
     * @param cell as it stands in the export, blank or a word such as {@code none} where there is none
     * @param carrier as the seller named it; blank where he did not
     */
    public Set<Code> faults(String cell, String carrier) {
        if (!hasDigit(cell)) {
            return Set.of(Code.NO_NUMBER);
        }
        String named = carriers.getOrDefault(folded(carrier), "");
        Optional<String> number = number(cell);
        if (named.isEmpty() || number.isEmpty()) {
            return Set.of();
        }
        boolean isMeant = false;
        for (Form form : forms) {
            boolean fits = form.fits(number.get());
            if (form.with().contains(named)) {
                if (fits) {
                    return Set.of();
                }
                isMeant |= form.isMeant(number.get());
            } else if (fits && form.alone()) {
                return Set.of(Code.NUMBER_OF_ANOTHER_CARRIER);
            }
        }
        return isMeant ? Set.of(Code.MALFORMED_NUMBER) : Set.of();
    }
}
