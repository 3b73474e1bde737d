package redflag.intake;

/** The night is being stopped; thrown through a reader by whoever takes its rows. */
public final class StopReading extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
