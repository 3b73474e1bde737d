package redflag.ledger;

/** Where a fact stands: the file and its row, counted as in {@link FactTable#sourceRow}. */
public record Source(String file, int row) {}
