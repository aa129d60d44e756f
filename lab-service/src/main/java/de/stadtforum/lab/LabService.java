package de.stadtforum.lab;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The program that the department for neighbourhood labs runs.
@SpringBootApplication(scanBasePackages = "de.stadtforum.lab")
public class LabService {
    public static void main(String[] arguments) {
        SpringApplication.run(LabService.class, arguments);
    }
}
