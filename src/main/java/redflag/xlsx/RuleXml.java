package redflag.xlsx;

/** Writes what cells may hold. */
final class RuleXml {

    /** 1 January 2000 in Excel's numbers: what is no day is below it. */
    private static final int FIRST_DAY = 36_526;

    private RuleXml() {}

    static void add(Xml xml, Area area, Rule rule) {
        if (rule instanceof Rule.OneOf oneOf) {
            add(xml, area, "type=\"list\"", rule.message(), "\"" + String.join(",", oneOf.words()) + "\"");
        } else if (rule instanceof Rule.AtLeast number) {
            add(xml, area, atLeast("decimal"), rule.message(), Integer.toString(number.least()));
        } else {
            add(xml, area, atLeast("date"), rule.message(), Integer.toString(FIRST_DAY));
        }
    }

    private static String atLeast(String type) {
        return "type=\"" + type + "\" operator=\"greaterThanOrEqual\"";
    }

    private static void add(Xml xml, Area area, String type, String message, String formula) {
        xml.raw("<dataValidation ").raw(type).raw(" allowBlank=\"1\" showErrorMessage=\"1\"");
        area.name(xml.attribute("error", message).raw(" sqref=\"")).raw("\"><formula1>");
        xml.text(formula).raw("</formula1></dataValidation>");
    }
}
