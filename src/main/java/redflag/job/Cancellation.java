package redflag.job;

import redflag.intake.StopReading;

/** Whether the night is being stopped. Asked by whoever works on an account, every few thousand rows. */
public final class Cancellation {

    private volatile boolean requested;

    public void request() {
        requested = true;
    }

    public boolean isRequested() {
        return requested;
    }

    /** @throws StopReading if so */
    void check() {
        if (requested) {
            throw new StopReading();
        }
    }
}
