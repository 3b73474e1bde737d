package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The run lock of an embedded database, within one process. */
class RunLockFileTests {

    @TempDir
    private Path folder;

    @Test
    void theSameProcessHasItOnce() throws IOException {
        try (RunLock lock = RunLock.take(folder, "job one").orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(RunLock.take(folder, "job two")).isEmpty();
            assertThat(RunLock.holder(folder)).isEqualTo("job one");
        }
        RunLock.take(folder, "job two").orElseThrow().close();
        assertThat(RunLock.holder(folder)).isEmpty();
    }

    /** Whose file can't be written keeps no lock: a process that stays up would find itself at work for ever. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void oneThatCanNotSayWhoHoldsItIsNotHeld() throws IOException {
        Files.createSymbolicLink(folder.resolve("redflag.lock"), Path.of("/dev/full"));

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> RunLock.take(folder, "job one")).isInstanceOf(IOException.class);
        }
    }
}
