package de.stadtforum.reporting.reports;

import de.stadtforum.contracts.reporting.ReportFact;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ReportConfiguration {
    @Bean
    AggregateStore<InterimReport> reports(AggregateStores stores) {
        return stores.of("reports", InterimReport.class, ReportFact.class).indexed("halfYear");
    }
}
