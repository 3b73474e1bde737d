package redflag.job;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redflag.settings.Section;

/**
 * Reads {@code database} of a job file where it is a section, which means PostgreSQL: {@code url}, {@code user} and
 * {@code password-env}, the environment variable that holds the password. No message repeats what could be a password.
 */
final class DatabaseSettings {

    /** Several hosts with commas: the driver tries one after the other. */
    private static final Pattern URL = Pattern.compile("jdbc:postgresql://HOST(,HOST)*/[^/?]+(\\?.*)?"
            .replace("HOST", "([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?"));

    private static final Pattern LOGIN = Pattern.compile("@|[?&](user|[a-z]*password)=");

    private DatabaseSettings() {}

    /**
     * What the section says; what is wrong is noted as a problem of its line.
     *
     * @param environment gives the value of a variable, or null where it is not set
     */
    static Database read(Section database, UnaryOperator<@Nullable String> environment) {
        for (String key : List.of("url", "user")) {
            if (!database.has(key)) {
                database.problem(key, "'" + key + "' is missing");
            }
        }
        Optional<String> url = database.text("url");
        url.ifPresent(text -> checkUrl(database, text));
        Optional<String> user = database.text("user");
        if (user.filter(String::isBlank).isPresent()) {
            database.problem("user", "'user' has no value");
        }
        Optional<String> variable = database.text("password-env");
        Optional<String> password = variable.map(environment).filter(value -> !value.isEmpty());
        if (variable.isPresent() && password.isEmpty()) {
            database.problem("password-env", "'password-env' names an environment variable that is not set");
        }
        database.rejectUnknownKeys();
        return new PostgreSqlDatabase(url.orElse(""), user.orElse(""), password);
    }

    private static void checkUrl(Section database, String url) {
        if (LOGIN.matcher(url.toLowerCase(Locale.ROOT)).find()) {
            database.problem(
                    "url",
                    "'url' must hold neither user nor password; they have keys of their own: user, password-env");
        } else if (!URL.matcher(url).matches()) {
            database.problem("url", "'url' must be such as jdbc:postgresql://localhost:5432/redflag");
        }
    }
}
