package de.stadtforum.reporting.reports;

import de.stadtforum.contracts.reporting.ReportFact;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.AggregateStores;
import de.stadtforum.reporting.ReportingRights;
import de.stadtforum.web.ScopeOf;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ReportConfiguration {
    @Bean
    AggregateStore<InterimReport> reports(AggregateStores stores) {
        return stores.of("reports", InterimReport.class, ReportFact.class)
                .indexed("halfYear", "_id")
                .unique("reportsOn", InterimReport.Refusal.HALF_YEAR_REPORTED)
                .store();
    }

    /// The same for each of them, also for one that is still to come.
    @Bean
    ScopeOf scopeOfInterimReports(ReportingRights rights) {
        return new ScopeOf(InterimReport.class, _ -> Optional.of(rights.inTheCity()));
    }
}
