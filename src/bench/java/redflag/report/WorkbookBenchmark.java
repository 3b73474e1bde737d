package redflag.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * How long a risk report's workbook takes beside the mere compression of its own parts, both warm and in
 * processor time: the median of nine rounds of 100 workbooks in turn.
 */
public final class WorkbookBenchmark {

    private static final int ROUNDS = 9;
    private static final int WARM_UP = 8;
    private static final int WORKBOOKS = 100;

    private WorkbookBenchmark() {}

    public static void main(String[] args) throws IOException {
        time("store off target", SampleReports.offTarget());
        time("the same in Chinese", SampleReports.offTargetInChinese());
        time("healthy store", SampleReports.healthy());
    }

    private static void time(String name, RiskReport report) throws IOException {
        Map<String, byte[]> parts = parts(written(report));
        double[] writing = new double[ROUNDS];
        double[] compressing = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long start = time();
            for (int i = 0; i < WORKBOOKS; i++) {
                written(report);
            }
            long between = time();
            for (int i = 0; i < WORKBOOKS; i++) {
                compressed(parts);
            }
            if (round >= 0) {
                writing[round] = (between - start) / 1e6 / WORKBOOKS;
                compressing[round] = (time() - between) / 1e6 / WORKBOOKS;
            }
        }
        Arrays.sort(writing);
        Arrays.sort(compressing);
        double median = writing[ROUNDS / 2];
        double least = compressing[ROUNDS / 2];
        System.out.println(String.format(
                Locale.ROOT,
                "%s: %.2f ms a workbook, %.2f ms to compress its %d kB (%.2f times)",
                name,
                median,
                least,
                parts.values().stream().mapToInt(part -> part.length).sum() / 1000,
                median / least));
    }

    private static long time() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static byte[] written(RiskReport report) throws IOException {
        MemorySink sink = new MemorySink();
        return sink.file(new WorkbookWriter().write(report, sink).get(0));
    }

    private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static void compressed(Map<String, byte[]> parts) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new ByteArrayOutputStream())) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
    }
}
