package de.stadtforum.reporting.finalreport;

import de.stadtforum.contracts.reporting.FinalReportFact;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.AggregateStores;
import de.stadtforum.reporting.ReportingRights;
import de.stadtforum.web.ScopeOf;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class FinalReportConfiguration {
    @Bean
    AggregateStore<FinalReport> finalReports(AggregateStores stores) {
        return stores.of("finalreports", FinalReport.class, FinalReportFact.class).store();
    }

    /// The same for each of them, also for one that is still to come.
    @Bean
    ScopeOf scopeOfFinalReports(ReportingRights rights) {
        return new ScopeOf(FinalReport.class, _ -> Optional.of(rights.inTheCity()));
    }
}
