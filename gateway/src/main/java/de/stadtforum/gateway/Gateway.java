package de.stadtforum.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class Gateway {
    public static void main(String... arguments) {
        SpringApplication.run(Gateway.class, arguments);
    }
}
