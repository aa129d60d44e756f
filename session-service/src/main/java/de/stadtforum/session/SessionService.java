package de.stadtforum.session;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Meetings, agenda, attendance, votes, recommendations, fields of action and working groups.
@SpringBootApplication(scanBasePackages = "de.stadtforum.session")
public class SessionService {
    public static void main(String[] arguments) {
        SpringApplication.run(SessionService.class, arguments);
    }
}
