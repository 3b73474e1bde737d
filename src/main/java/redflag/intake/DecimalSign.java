package redflag.intake;

/** Which sign stands before the decimals of a number; the other one may group its digits. */
public enum DecimalSign {
    POINT,
    COMMA
}
