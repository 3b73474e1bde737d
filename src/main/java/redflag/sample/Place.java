package redflag.sample;

/** Where an order goes; {@code state} may be blank outside the US. */
record Place(String city, String state, String postalCode, String country) {}
