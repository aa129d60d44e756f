package de.stadtforum.reporting.finalreport;

import de.stadtforum.contracts.reporting.FinalReportFact;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class FinalReportConfiguration {
    @Bean
    AggregateStore<FinalReport> finalReports(AggregateStores stores) {
        return stores.of("finalreports", FinalReport.class, FinalReportFact.class);
    }
}
