package de.stadtforum.membership;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The program that keeps the rosters.
@SpringBootApplication(scanBasePackages = "de.stadtforum.membership")
public class MembershipService {
    public static void main(String[] arguments) {
        SpringApplication.run(MembershipService.class, arguments);
    }
}
