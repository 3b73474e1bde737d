package redflag.rules;

/** What makes an order a defect of the order defect rate. */
public enum DefectKind {
    NEGATIVE_FEEDBACK,
    A_TO_Z_CLAIM,
    CHARGEBACK
}
