package de.stadtforum.session;

import de.stadtforum.documents.web.KeepsFiles;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Meetings, agenda, attendance, votes, recommendations, fields of action and working groups.
@KeepsFiles
@SpringBootApplication(scanBasePackages = "de.stadtforum.session")
public class SessionService {
    public static void main(String[] arguments) {
        SpringApplication.run(SessionService.class, arguments);
    }
}
