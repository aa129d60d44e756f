package de.stadtforum.gateway.login;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import de.stadtforum.gateway.edge.EndedSessions;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where sessions are kept: `stadtforum.login.database` names a server of the MongoDB protocol that all gateways share; without it they live and die
/// with the one gateway.
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    private static final String DATABASE = "stadtforum-gateway";
    private static final int PATIENCE_SECONDS = 3;

    @Bean
    @ConditionalOnProperty("stadtforum.login.database")
    MongoClient sessionDatabase(LoginProperties properties) {
        return client(String.valueOf(properties.database()));
    }

    static MongoClient client(String uri) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(uri))
                        .applicationName("gateway")
                        .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                        .applyToClusterSettings(cluster ->
                                cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .applyToSocketSettings(socket ->
                                socket.connectTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                                        .readTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .build());
    }

    @Bean
    @ConditionalOnProperty("stadtforum.login.database")
    Sessions sharedSessions(MongoClient database, EndedSessions ended) {
        return new SharedSessions(
                database.getDatabase(DATABASE).getCollection("sessions"), ended, Clock.systemUTC());
    }

    @Bean
    @ConditionalOnMissingBean
    Sessions sessionsInMemory(EndedSessions ended) {
        return new SessionsInMemory(ended);
    }
}
