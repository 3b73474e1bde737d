package redflag.setup;

import java.util.List;
import java.util.Optional;
import redflag.delivery.MailSettings;
import redflag.job.JobDefinition;
import redflag.smtp.SmtpClient;
import redflag.smtp.SmtpServer;

/** Whether the mail server lets the job in and takes its sender. No message is sent. */
final class MailCheck implements Check {

    private final JobDefinition job;

    MailCheck(JobDefinition job) {
        this.job = job;
    }

    @Override
    public List<Sign> look() {
        if (job.mail().isEmpty()) {
            return List.of(Sign.ok("nobody is told of its nights by mail"));
        }
        MailSettings mail = job.mail().get();
        if (mail.server().isEmpty()) {
            return List.of(Sign.ok("mails become files beside the reports"));
        }
        SmtpServer server = mail.server().get();
        String place = server.host() + ":" + server.port();
        Optional<String> refused = new SmtpClient(server).logIn(mail.from().getAddress());
        return List.of(refused.map(why -> Sign.fail(
                        "the mail server " + place + " does not let the job in: " + why,
                        "see that host, port, security, user and password under 'mail' are right, and that the server lets this"
                                + " machine send from " + mail.from().getAddress()))
                .orElseGet(() -> Sign.ok("the mail server " + place + " lets the job in and takes mail from "
                        + mail.from().getAddress())));
    }
}
