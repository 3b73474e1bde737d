package redflag.basics;

/** Who fulfils an order; Amazon rates the two apart. */
public enum Fulfilment {
    /** Fulfilled by the merchant. */
    MFN,
    /** Fulfilled by Amazon. */
    AFN
}
