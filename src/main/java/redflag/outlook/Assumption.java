package redflag.outlook;

/** What is assumed of the days to come. */
public enum Assumption {
    /** As many orders as usual, and none of them a defect. */
    NO_NEW_DEFECTS("noNewDefects"),
    /** As many orders as usual, and as great a share of defects as the window has today. */
    USUAL_PACE("usualPace"),
    /** Seven tenths of the usual orders, and none of them a defect. */
    FEWER_ORDERS("fewerOrders");

    private final String jsonName;

    Assumption(String jsonName) {
        this.jsonName = jsonName;
    }

    /** The name in machine copies and in texts. */
    public String jsonName() {
        return jsonName;
    }
}
