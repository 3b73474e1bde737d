package redflag.job;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The part of the program that has a say in what the facts of a file are: whatever changes in it makes facts anew that
 * were kept. A number that people count up would be forgotten one day.
 */
final class ReadingCode {

    private static final List<String> FOLDERS = List.of(
            "redflag/basics",
            "redflag/settings",
            "redflag/ledger",
            "redflag/signs",
            "redflag/intake",
            "signs",
            "exports");

    /** A class of each library that reads. */
    private static final List<String> LIBRARIES = List.of(
            "com/opencsv/CSVReader.class",
            "org/apache/poi/xssf/eventusermodel/XSSFReader.class",
            "org/apache/poi/ss/usermodel/DateUtil.class",
            "tools/jackson/databind/JsonNode.class",
            "com/carrotsearch/hppc/LongArrayList.class");

    private static final Pattern JAR = Pattern.compile("[^/!]+\\.jar(?=[!/]*[^!]*$)");

    private ReadingCode() {}

    /** Of these classes and resources, and of the Java that runs them. */
    static String hash() throws IOException {
        MessageDigest digest = sha256();
        digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(libraries().toString().getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, Resource> part : parts().entrySet()) {
            digest.update(part.getKey().getBytes(StandardCharsets.UTF_8));
            digest.update(part.getValue().getContentAsByteArray());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** By path. */
    static Map<String, Resource> parts() throws IOException {
        PathMatchingResourcePatternResolver classes =
                new PathMatchingResourcePatternResolver(ReadingCode.class.getClassLoader());
        Map<String, Resource> parts = new TreeMap<>();
        for (String folder : FOLDERS) {
            for (Resource part : classes.getResources("classpath*:" + folder + "/**/*.*")) {
                String place = part.getURL().toString();
                parts.put(place.substring(place.lastIndexOf(folder + "/")), part);
            }
        }
        return parts;
    }

    static List<String> libraries() {
        return LIBRARIES.stream().map(ReadingCode::jarOf).toList();
    }

    /** The name of the file that the class is in, which has its version. */
    private static String jarOf(String name) {
        URL url = Objects.requireNonNull(ReadingCode.class.getClassLoader().getResource(name), name);
        Matcher jar = JAR.matcher(url.toString());
        return jar.find() ? jar.group() : "";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
