package redflag.job;

import java.io.Closeable;

/** A database that this process alone works on, until it is closed. */
public interface HeldLock extends Closeable {

    /** Whether that is still so: what holds it may be ended from outside. */
    boolean isHeld();
}
