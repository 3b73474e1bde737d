package redflag.xlsx;

import redflag.ooxml.Xml;

/** Writes what cells may hold. */
final class RuleXml {

    /** 1 January 2000 in Excel's numbers: what is no day is below it. */
    private static final int FIRST_DAY = 36_526;

    private RuleXml() {}

    static void add(Xml xml, Area area, Rule rule) {
        xml.raw("<dataValidation ");
        if (rule instanceof Rule.Suggested suggested) {
            add(xml.raw("type=\"list\""), area, "\"" + suggested.list() + "\"");
        } else if (rule instanceof Rule.AtLeast number) {
            refuse(xml.raw("type=\"decimal\""), number.message());
            add(xml, area, Integer.toString(number.least()));
        } else if (rule instanceof Rule.Day day) {
            refuse(xml.raw("type=\"date\""), day.message());
            add(xml, area, Integer.toString(FIRST_DAY));
        }
    }

    private static void refuse(Xml xml, String message) {
        xml.raw(" operator=\"greaterThanOrEqual\" showErrorMessage=\"1\"").attribute("error", message);
    }

    private static void add(Xml xml, Area area, String formula) {
        area.name(xml.raw(" allowBlank=\"1\" sqref=\"")).raw("\"><formula1>");
        xml.text(formula).raw("</formula1></dataValidation>");
    }
}
