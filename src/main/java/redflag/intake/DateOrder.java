package redflag.intake;

/** In which order a date of numbers only is written, such as 07/08/26. */
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST,
    YEAR_FIRST
}
