package redflag.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps what is written in memory; a file is there once it is closed. */
final class MemorySink implements Sink {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    @Override
    public OutputStream open(String name) {
        return new ByteArrayOutputStream() {
            @Override
            public void close() throws IOException {
                super.close();
                files.put(name, toByteArray());
            }
        };
    }

    byte[] file(String name) {
        return files.get(name);
    }
}
