package redflag.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files as LibreOffice prints them: PDF files by one call of {@code soffice}, with a profile of its own, and what
 * poppler's tools say of them.
 */
final class Rendering {

    private static final Pattern WORD = Pattern.compile(
            "<word xMin=\"([\\d.-]+)\" yMin=\"([\\d.-]+)\" xMax=\"([\\d.-]+)\" yMax=\"([\\d.-]+)\">(.*?)</word>");

    /** Of the smaller of two words; lines that stand close share less. */
    private static final double MOST_SHARED = 0.25;

    private final Path folder;

    /** @param folder for the profile and the PDF files */
    Rendering(Path folder) {
        this.folder = folder;
    }

    /** @param files each of another name */
    void print(List<Path> files) {
        Path pdf = folder.resolve("pdf");
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("soffice", "soffice"),
                "-env:UserInstallation="
                        + folder.resolve("profile").toAbsolutePath().toUri(),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                pdf.toString()));
        files.forEach(file -> command.add(file.toString()));
        run(command);
        for (Path file : files) {
            if (!Files.exists(pdf(file))) {
                throw new IllegalStateException("LibreOffice made nothing of " + file);
            }
        }
    }

    private Path pdf(Path file) {
        String name = file.getFileName().toString();
        return folder.resolve("pdf").resolve(name.substring(0, name.lastIndexOf('.')) + ".pdf");
    }

    /** The text of each page, in the order in which it is drawn: a cell's lines one after the other. */
    List<String> pages(Path file) {
        String text =
                run(List.of("pdftotext", "-raw", "-enc", "UTF-8", pdf(file).toString(), "-"));
        List<String> pages = List.of(text.split("\f", -1));
        return pages.subList(0, pages.size() - 1);
    }

    /** Words that are drawn over another, as those of a cell that is too small for its text. */
    List<String> overlaps(Path file) {
        List<String> overlaps = new ArrayList<>();
        String[] pages =
                run(List.of("pdftotext", "-bbox", pdf(file).toString(), "-")).split("<page ");
        for (int page = 1; page < pages.length; page++) {
            List<Word> words = new ArrayList<>();
            Matcher matcher = WORD.matcher(pages[page]);
            while (matcher.find()) {
                words.add(new Word(
                        Double.parseDouble(matcher.group(1)),
                        Double.parseDouble(matcher.group(2)),
                        Double.parseDouble(matcher.group(3)),
                        Double.parseDouble(matcher.group(4)),
                        matcher.group(5)));
            }
            words.sort(Comparator.comparing(Word::top));
            for (int i = 0; i < words.size(); i++) {
                for (int j = i + 1; j < words.size() && words.get(j).top < words.get(i).bottom; j++) {
                    if (words.get(i).shared(words.get(j)) > MOST_SHARED) {
                        overlaps.add("page " + page + ": " + words.get(i).text + " and " + words.get(j).text);
                    }
                }
            }
        }
        return overlaps;
    }

    private record Word(double left, double top, double right, double bottom, String text) {

        double shared(Word other) {
            double width = Math.min(right, other.right) - Math.max(left, other.left);
            double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
            double least = Math.min(area(), other.area());
            return width > 0 && height > 0 && least > 0 ? width * height / least : 0;
        }

        double area() {
            return (right - left) * (bottom - top);
        }
    }

    /** Draws each page for the eye. */
    void draw(Path file) {
        draw(file, List.of("-r", "80"), folder.resolve("png"));
    }

    /** @return the first page alone */
    Path drawFirst(Path file) {
        draw(file, List.of("-r", "110", "-singlefile"), folder.resolve("first"));
        return folder.resolve("first").resolve(name(file) + ".png");
    }

    private void draw(Path file, List<String> how, Path into) {
        List<String> command = new ArrayList<>(List.of("pdftoppm", "-png"));
        command.addAll(how);
        try {
            Files.createDirectories(into);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        command.addAll(List.of(pdf(file).toString(), into.resolve(name(file)).toString()));
        run(command);
    }

    private String name(Path file) {
        String pdf = pdf(file).getFileName().toString();
        return pdf.substring(0, pdf.lastIndexOf('.'));
    }

    /** @return what it prints */
    static String run(List<String> command) {
        try {
            Path out = Files.createTempFile("rendering", ".out");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(command.get(0) + " does not end");
            }
            String said = Files.readString(out, StandardCharsets.UTF_8);
            Files.delete(out);
            if (process.exitValue() != 0) {
                throw new IllegalStateException(command.get(0) + " failed: " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException("is " + command.get(0) + " installed?", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
