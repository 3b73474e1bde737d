package redflag.job;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Failures in words for whoever operates the program. */
public final class Failures {

    private Failures() {}

    /**
     * The exception's message on one line, or its name where it has none; with the innermost cause where that says more.
     */
    public static String describe(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = text(e);
        String inner = text(cause);
        return cause == e || message.contains(inner) ? message : message + " (" + inner + ")";
    }

    /** Why a file or folder can't be worked with. */
    public static String why(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "no right to " + denied.getFile();
        }
        if (e instanceof NoSuchFileException missing) {
            return "there is no " + missing.getFile();
        }
        if (e instanceof FileAlreadyExistsException taken) {
            return taken.getFile() + " is there and is no folder";
        }
        if (e instanceof FileSystemException other) {
            return other.getFile() + ": " + (other.getReason() == null ? "can't be used" : other.getReason());
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static String text(Throwable e) {
        if (e instanceof FileSystemException file) {
            return why(file);
        }
        String message = e.getMessage();
        return message == null || message.isBlank()
                ? e.getClass().getSimpleName()
                : message.strip().replaceAll("\\s+", " ");
    }
}
