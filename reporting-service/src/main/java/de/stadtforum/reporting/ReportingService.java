package de.stadtforum.reporting;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication(scanBasePackages = "de.stadtforum.reporting")
public class ReportingService {
    public static void main(String... arguments) {
        SpringApplication.run(ReportingService.class, arguments);
    }
}
