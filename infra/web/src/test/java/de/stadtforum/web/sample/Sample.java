package de.stadtforum.web.sample;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;

/// Runs without broker and database: it is no teller.
@SpringBootApplication(exclude = MongoAutoConfiguration.class)
public class Sample {}
