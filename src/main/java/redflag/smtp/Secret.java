package redflag.smtp;

/** A text that nothing prints. */
public record Secret(String text) {

    @Override
    public String toString() {
        return "***";
    }
}
