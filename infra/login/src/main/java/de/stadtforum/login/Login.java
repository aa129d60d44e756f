package de.stadtforum.login;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class Login {
    public static void main(String... arguments) {
        SpringApplication.run(Login.class, arguments);
    }
}
